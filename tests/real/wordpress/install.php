<?php
// Makes a fresh site with its first user, and prints what it takes to act as that user.
// Arguments: the folder of the site, its host with port, the structure of its links ('' for plain ones).
[ , $folder, $host, $structure ] = $argv;
$_SERVER['HTTP_HOST'] = $host;
define( 'WP_INSTALLING', true );
require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
make_db_current_silent();
populate_options( [ 'permalink_structure' => $structure ] );
populate_roles();
update_option( 'blogname', 'Sea View & friends' );
// Comments are seen at once, but for those that WordPress itself finds suspicious (two links).
update_option( 'comment_previously_approved', 0 );
update_option( 'comment_whitelist', 0 );

$owner = wp_insert_user( [
	'user_login'   => 'owner',
	'user_pass'    => 'as in the browser',
	'user_email'   => 'owner@seaview.example',
	'display_name' => 'The owner',
	'role'         => 'administrator',
] );
[ $password ] = WP_Application_Passwords::create_new_application_password( $owner, [ 'name' => 'Test' ] );
flush_rewrite_rules();
echo json_encode( [ 'id' => $owner, 'name' => 'owner', 'password' => $password ] );
