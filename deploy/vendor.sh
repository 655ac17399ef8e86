#!/usr/bin/env bash
# Brings KERN (design system) and Fira Sans (typeface) into the repository,
# unmodified and with their licences. Needs npm; run it for a new version, look
# at the difference, commit. Nothing else here needs Node.
set -euo pipefail
cd "$(dirname "$0")/.."

kern=2.7.2
fira_sans=5.3.0
vendor=$PWD/cms/static/cms/vendor

scratch=$(mktemp --directory)
trap 'rm -r "$scratch"' EXIT
cd "$scratch"
npm pack --silent "@kern-ux/native@$kern" "@fontsource/fira-sans@$fira_sans" >/dev/null
for archive in *.tgz; do
    mkdir "${archive%-*}"
    tar --extract --file "$archive" --directory "${archive%-*}" --strip-components 1
done

# kern.min.css holds no @font-face and no URL but data: ones, so it is complete
# by itself. kern-grid and kern-utilities are parts of it.
mkdir -p "$vendor/kern"
install -m 644 kern-ux-native/{dist/kern.min.css,LICENSE.md} "$vendor/kern"
echo "$kern" >"$vendor/kern/VERSION"

# Regular and semi-bold are the weights KERN sets text in; italic is for <em>.
mkdir -p "$vendor/fira-sans"
install -m 644 fontsource-fira-sans/files/fira-sans-latin-{400-normal,400-italic,600-normal}.woff2 \
    fontsource-fira-sans/LICENSE "$vendor/fira-sans"
echo "$fira_sans" >"$vendor/fira-sans/VERSION"
