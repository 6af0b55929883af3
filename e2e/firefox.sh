#!/bin/sh
# Firefox, which ends with the process that starts it: Playwright, when it is killed itself, would leave it running.
exec setpriv --pdeathsig KILL firefox-esr "$@"
