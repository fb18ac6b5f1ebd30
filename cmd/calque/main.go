// Command calque finds the marks that machine translation leaves in English
// news.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	_ "github.com/calque-check/calque/cmd/calque/internal/garbage"
)

func main() {
	// A reader that has seen enough (calque check | head) ends a write with an
	// error, and so with one of the exit statuses, instead of killing calque.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := interruptible()
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// interruptible is a context that the first interrupt ends. The second one ends
// the process.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
