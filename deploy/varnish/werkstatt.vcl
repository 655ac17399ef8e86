# Varnish in front of Werkstatt, tested with 7.1 (Debian 12). docs/operators.md says how
# to start it.
#
# What may be kept, and for how long, the site says in Cache-Control. What says nothing
# is not kept. The site also says, in Cache-Tag, what an answer depends on, and lets the
# cache forget by these tags. Nothing here has to be changed; see site.vcl.
vcl 4.1;

import std;
include "./site.vcl";

# --- What is asked ------------------------------------------------------------------

sub vcl_recv {
    # The address on which orders come is not the one that visitors reach: a web server
    # on the same machine that passes on what they send would be among the purgers.
    if (local.socket == "purge") {
        if (client.ip !~ purgers) {
            return (synth(403, "Not allowed"));
        }
        if (req.method != "PURGE" || req.http.Cache-Tag !~ "^[a-z0-9|-]+$") {
            return (synth(400, "Not understood"));
        }
        ban("obj.http.Cache-Tag ~ (^|,)(" + req.http.Cache-Tag + ")(,|$)");
        return (synth(200, "Forgotten"));
    }
    if (req.method == "PURGE") {
        return (synth(405, "Not allowed"));
    }

    # Absolute addresses differ by it. Whoever ends TLS in front sets it.
    if (req.http.X-Forwarded-Proto != "https") {
        set req.http.X-Forwarded-Proto = "http";
    }
    # Nobody from outside tells the site what the cache would.
    unset req.http.Cache-Tag;

    # While the site is well, what has just expired is fetched behind the visitor's back.
    # While it is not, what was true when it went down is better than nothing.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 10s;
    }

    if (req.method == "GET" || req.method == "HEAD") {
        if (req.url ~ "^/admin(/|$)") {
            return (pass);
        }
        # The API knows nobody. Elsewhere somebody who is signed in, has opened a page
        # with a password or has a form open gets answers of their own; other cookies are
        # not ours.
        if (req.url ~ "^/api/") {
            unset req.http.Cookie;
            unset req.http.Authorization;
        } elseif (req.http.Cookie ~ "(^|;\s*)(sessionid|csrftoken|messages)=") {
            return (pass);
        } else {
            unset req.http.Cookie;
        }
    }
}

sub vcl_hash {
    hash_data(req.http.X-Forwarded-Proto);
}

# --- What the site answers ----------------------------------------------------------

sub vcl_backend_fetch {
    # An answer that takes longer could be stored after the last order that concerns it:
    # SETTLED in cms/caches/purging.py is a little more. What is not kept may take long.
    if (!bereq.uncacheable) {
        set bereq.first_byte_timeout = 30s;
    } else {
        set bereq.first_byte_timeout = 180s;
        set bereq.between_bytes_timeout = 180s;
    }
}

sub vcl_backend_response {
    if (bereq.uncacheable) {
        return (deliver);
    }
    # A fault must not take the place of what is kept.
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
    if (!beresp.http.Cache-Control || beresp.status >= 500) {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;
        return (deliver);
    }
    if (beresp.http.Content-Type ~ "^(text/|application/(json|problem\+json|xml|atom\+xml|javascript)|image/svg)") {
        set beresp.do_gzip = true;
    }
    set beresp.grace = 6h;
    # "private", "no-store", "no-cache", cookies and Vary: * are left to what is built in.
}

# --- What goes out ------------------------------------------------------------------

sub vcl_deliver {
    unset resp.http.Cache-Tag;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    # Caches further out are told by nobody, so they get the lifetime of browsers. It
    # begins now: what is here is true now, however long it has been here.
    set resp.http.Cache-Control = regsub(resp.http.Cache-Control, "(, *)?s-maxage=[0-9]+", "");
    if (resp.http.Cache-Control == "") {
        unset resp.http.Cache-Control;
    }
    unset resp.http.Age;
    if (obj.hits > 0) {
        set resp.http.X-Cache = "hit";
    } else {
        set resp.http.X-Cache = "miss";
    }
}

sub vcl_synth {
    # What the cache says by itself is short, and in no way the site's.
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    set resp.body = resp.reason + {"
"};
    return (deliver);
}

sub vcl_backend_error {
    # Shown while the site does not answer and nothing of it is kept.
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    set beresp.http.Retry-After = "30";
    set beresp.body = {"<!doctype html>
<html lang="de">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Die Website ist gleich wieder da</title>
<h1>Die Website ist gleich wieder da</h1>
<p>Sie antwortet im Augenblick nicht. Bitte versuchen Sie es in einer Minute noch einmal.</p>
<p lang="en">This website does not answer at the moment. Please try again in a minute.</p>
</html>
"};
    return (deliver);
}
