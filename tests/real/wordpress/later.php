<?php
// Lets time pass: what waits for its time, and the plan to publish it, become so much older.
// Arguments: the folder of the site, its host with port, seconds.
[ , $folder, $host, $seconds ] = $argv;
$_SERVER['HTTP_HOST'] = $host;
require "$folder/wp-load.php";
$wpdb->query( $wpdb->prepare(
	"UPDATE {$wpdb->posts} SET post_date = post_date - INTERVAL %d SECOND, post_date_gmt = post_date_gmt - INTERVAL %d SECOND
	WHERE post_status = 'future'",
	$seconds,
	$seconds
) );
$plan = [];
foreach ( _get_cron_array() as $time => $jobs ) {
	$plan[ $time - $seconds ] = $jobs;
}
_set_cron_array( $plan );
