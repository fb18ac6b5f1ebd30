package reports

// Options say how a report is built and written. The zero value builds a
// complete report and writes plain text 80 columns wide.
type Options struct {
	// For Build.
	Version string // of calque
	Model   string // the origin model's version, "" when none was used
	NoText  bool   // leaves the articles' text out of the report

	// For the terminal.
	Color   bool // ANSI colours
	Width   int  // columns; 0 means 80
	Removed bool // lists every line that was kept out of the prose
	// Link is the address that a place in a file is linked to, "" for none; nil
	// links nothing.
	Link func(path string, line int) string

	// For CI systems (github, gitlab, junit, sarif), which take paths from the top
	// of the repository: the directory below which the relative paths are, "" or
	// "." where they are from there already.
	PathPrefix string

	// For HTML.
	Made string // when the run was made, for the footer; "" leaves it out
}
