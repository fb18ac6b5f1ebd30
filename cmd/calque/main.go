// Command calque finds the marks that machine translation leaves in English
// news.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() { // a second interrupt ends calque at once
		<-ctx.Done()
		stop()
	}()
	// A reader that has seen enough (calque check | head) ends a write with an
	// error, and so with one of the exit statuses, instead of killing calque.
	signal.Ignore(syscall.SIGPIPE)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
