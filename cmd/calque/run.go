package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Exit statuses. There are no others.
const (
	statusDone   = 0
	statusFailed = 1 // something could not be read or written; the rest was done
	statusUsage  = 2 // wrong usage or configuration
	statusBreach = 3 // a policy was broken
)

// A failure ends a command with an exit status.
type failure struct {
	status int
	err    error
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// errSaid is the error of a failure that has been reported line by line.
var errSaid = errors.New("reported above")

func usage(format string, args ...any) error {
	return &failure{statusUsage, fmt.Errorf(format, args...)}
}

// run is the whole program as a function of its arguments and streams; it
// returns the exit status. Data goes to out, everything else to diag.
func run(ctx context.Context, args []string, in io.Reader, out, diag io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(diag)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return statusDone
	}
	var f *failure
	var value *pflag.InvalidValueError
	var errno syscall.Errno
	switch {
	case errors.As(err, &value) && wanted[value.GetFlag().Value.Type()] != "":
		f = &failure{statusUsage, fmt.Errorf("--%s %q: give %s", value.GetFlag().Name, value.GetValue(), wanted[value.GetFlag().Value.Type()])}
	case errors.As(err, &f):
	case errors.As(err, &errno): // a full disk, say
		f = &failure{statusFailed, err}
	default:
		// cobra's own errors: unknown commands and flags, missing arguments.
		f = &failure{statusUsage, fmt.Errorf("%w; 'calque help' shows the commands and their flags", err)}
	}
	// Who reads the output and has seen enough needs no telling.
	if !errors.Is(f.err, errSaid) && !errors.Is(f.err, syscall.EPIPE) {
		fmt.Fprintln(diag, "calque:", f.err)
	}
	return f.status
}

// wanted says what a flag of a type takes, where the flag library would quote
// the errors of Go's parsers.
var wanted = map[string]string{
	"float64":  "a number",
	"int":      "a whole number",
	"uint64":   "a whole number, 0 or more",
	"duration": "a time with its unit, such as 30s or 5m",
	"bool":     "true or false, or nothing",
	"size":     wantedSize,
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "calque",
		Short: "Find the marks machine translation leaves in English news",
		Long: `calque finds the marks that machine translation leaves in English news, says
what to write instead, and sets each article against the others that tell the
same story. Nothing leaves this machine.

Exit status: 0 done; 1 something could not be read or written (the rest was
done, and each failure is named); 2 wrong usage or configuration; 3 a policy (gate,
or check --fail-on) was broken.`,
		Example: `  calque check article.txt
  calque check --report html=report.html stories/
  calque explain reportative-conditional`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.AddCommand(
		auditCommand(),
		baselineCommand(),
		checkCommand(),
		compareCommand(),
		configCommand(),
		explainCommand(),
		gateCommand(),
		inspectCommand(),
		renderCommand(),
		versionCommand(),
	)
	// Left to itself, help says of what it does not know that all is well.
	root.InitDefaultHelpCmd()
	if help, _, err := root.Find([]string{"help"}); err == nil {
		help.Args = func(_ *cobra.Command, topic []string) error {
			if _, rest, err := root.Find(topic); err != nil || len(rest) > 0 {
				return usage("there is no help on %q; 'calque help' shows the commands", strings.Join(topic, " "))
			}
			return nil
		}
	}
	return root
}
