<?php
// Loaded by WordPress on every request: what a test needs that no setting gives.
// Visitors of a test write faster than people.
add_filter( 'wp_is_comment_flood', '__return_false', 99 );
// Nobody reads mail here.
add_filter( 'pre_wp_mail', '__return_true' );
// Nothing is asked over the network: not of others, and not of itself, which has one hand only.
add_filter( 'pre_http_request', fn() => new WP_Error( 'no_network', 'There is no network in a test.' ) );
