# What differs from place to place: where the site runs, and who may let the cache
# forget. Copy it beside werkstatt.vcl and change it there.
vcl 4.1;

backend site {
    .host = "127.0.0.1";
    .port = "8000";
    .probe = {
        # The host is one of ALLOWED_HOSTS.
        .request =
            "GET /health/ HTTP/1.1"
            "Host: werkstatt.example.org"
            "X-Forwarded-Proto: https"
            "Connection: close";
        .interval = 15s;
        .timeout = 10s;
        .window = 4;
        .threshold = 2;
    }
}

# Where the worker, and the timer for deliver_webhooks, run.
acl purgers {
    "127.0.0.1";
    "::1";
}
