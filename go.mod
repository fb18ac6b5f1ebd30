module github.com/calque-check/calque

go 1.26
