#!/bin/bash
# One machine or several, by GNU parallel: eight shards, two at a time; what is finished is kept, so that this may be
# stopped and called again. For more machines add --sshlogin node1,node2 and a folder that all of them see.
set -u
scenario=${1:-retention.yaml}
folder=${2:-output/retention}
parallel --jobs 2 creditlab run "$scenario" --out "$folder" --threads 1 --quiet --shard {}/8 ::: 1 2 3 4 5 6 7 8
creditlab status "$folder" && creditlab merge "$folder"
