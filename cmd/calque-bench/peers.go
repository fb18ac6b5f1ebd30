package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

func peersCommand() *cobra.Command {
	var p peers
	cmd := &cobra.Command{
		Use:   "peers FILE.jsonl[.gz]",
		Short: "Time calque and other checkers on the same articles and write a table",
		Long: `Writes the "text" of each record as a file of its own, and all of them as one
JSON Lines file, and times whole processes over them, the checkers in turn so
that a slow minute of the machine strikes all alike. A checker that is not
installed is named and left out.`,
		Example: `  go build -o calque ./cmd/calque
  calque-bench peers --calque ./calque --vale-styles styles --modules node_modules articles.jsonl.gz`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.run(cmd.OutOrStdout(), cmd.ErrOrStderr(), args[0])
		},
	}
	f := cmd.Flags()
	f.StringVar(&p.calque, "calque", "calque", "the program to measure")
	f.StringVar(&p.vale, "vale", "vale", "Vale, left out when it is not there")
	f.StringVar(&p.valeStyles, "vale-styles", "", "a folder with Vale's write-good style, as 'vale sync' fetches it; left out when not given")
	f.StringVar(&p.modules, "modules", "node_modules", "where npm has put write-good and textlint (with textlint-rule-write-good); left out when not there")
	f.IntVar(&p.runs, "runs", 3, "how often each is run; the table has the median")
	return cmd
}

type peers struct {
	calque, vale, valeStyles, modules string
	runs                              int
}

// A contender is one command to be timed.
type contender struct {
	name string
	dir  string
	ok   []int // exit statuses that only say that something was found
	args []string
	prep func() error // before each run, outside the time
	size int64        // bytes of text it checks
}

func (p *peers) run(out, notes io.Writer, data string) error {
	dir, err := os.MkdirTemp("", "calque-bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	files, size, err := spreadOut(data, dir)
	if err != nil {
		return fmt.Errorf("%s: %w", data, err)
	}
	all, err := p.contenders(notes, dir, files, size)
	if err != nil {
		return err
	}
	took := make([][]usage, len(all))
	for range p.runs {
		for i, c := range all {
			if err := c.prep(); err != nil {
				return err
			}
			u, err := run(c.dir, c.ok, c.args[0], c.args[1:]...)
			if err != nil {
				return err
			}
			took[i] = append(took[i], u)
			fmt.Fprintf(notes, "%s: %.2f s\n", c.name, u.wall.Seconds())
		}
	}
	fmt.Fprintf(out, "%d articles, %.2f MB of text; median of %d runs\n\n", len(files), float64(size)/1e6, p.runs)
	fmt.Fprintln(out, "| checker | wall s | CPU s | MB/s | peak MB |")
	fmt.Fprintln(out, "|---|--:|--:|--:|--:|")
	for i, c := range all {
		m := median(took[i])
		fmt.Fprintf(out, "| %s | %.2f | %.2f | %.2f | %.0f |\n", c.name, m.wall.Seconds(), m.cpu.Seconds(), rate(c.size, m.wall), float64(m.peak)/1e6)
	}
	return nil
}

// contenders are the checkers that are installed.
func (p *peers) contenders(notes io.Writer, dir string, files []string, size int64) ([]contender, error) {
	calque, err := filepath.Abs(p.calque)
	if !strings.ContainsRune(p.calque, filepath.Separator) {
		calque, err = exec.LookPath(p.calque)
	}
	if err != nil {
		return nil, err
	}
	nothing := func() error { return nil }
	audit := func(name, input string, flags ...string) contender {
		result := filepath.Join(dir, "audit")
		return contender{
			name: name, dir: dir, size: size, prep: func() error { return aside(result) },
			// Articles that are not English are reported with status 1.
			ok:   []int{1},
			args: append([]string{calque, "audit", "--out", result, "--progress", "none", input}, flags...),
		}
	}
	check := func(name, format, input string, flags ...string) contender {
		return contender{
			name: name, dir: dir, size: size, prep: nothing, ok: []int{1},
			args: append([]string{calque, "check", "--format", format, input}, flags...),
		}
	}
	one := filepath.Join(dir, "articles", files[0])
	info, err := os.Stat(one)
	if err != nil {
		return nil, err
	}
	all := []contender{
		check("calque check, one JSON Lines file", "jsonl", "corpus.jsonl"),
		check("the same, without comparing stories", "jsonl", "corpus.jsonl", "--no-stories"),
		check("the same, printing a line a finding", "csv", "corpus.jsonl", "--no-stories"),
		check("calque check, a file an article", "jsonl", "articles"),
		check("the same, without comparing stories", "jsonl", "articles", "--no-stories"),
		// The linters print a line a finding, not the articles with all that is
		// known of them.
		check("the same, printing a line a finding", "csv", "articles", "--no-stories"),
		audit("calque audit, one JSON Lines file", "corpus.jsonl"),
		audit("the same, without comparing stories", "corpus.jsonl", "--no-stories"),
		audit("the same, without stories and without pages", "corpus.jsonl", "--no-stories", "--pages", "0"),
		audit("calque audit, a file an article", "articles"),
		{name: "calque check, one article", dir: dir, prep: nothing, size: info.Size(), args: []string{calque, "check", one}},
	}
	missing := func(what string, err error) { fmt.Fprintf(notes, "left out: %s: %v\n", what, err) }
	if vale, err := exec.LookPath(p.vale); err != nil {
		missing("Vale", err)
	} else {
		if err := valeStyle(dir); err != nil {
			return nil, err
		}
		all = append(all, contender{
			name: "Vale, 20 regular expressions", dir: dir, prep: nothing, size: size,
			args: []string{vale, "--config", "expressions.ini", "--no-exit", "--output", "line", "articles"},
		})
		switch err := copyStyle(p.valeStyles, dir); {
		case err != nil:
			missing("Vale's write-good style", err)
		default:
			all = append(all, contender{
				name: "Vale, write-good style", dir: dir, prep: nothing, size: size,
				args: []string{vale, "--config", "write-good.ini", "--no-exit", "--output", "line", "articles"},
			})
		}
	}
	modules, err := filepath.Abs(p.modules)
	if err != nil {
		return nil, err
	}
	if writeGood := filepath.Join(modules, ".bin", "write-good"); exists(writeGood) {
		args := []string{writeGood}
		for _, f := range files {
			args = append(args, filepath.Join("articles", f))
		}
		// Its exit status is the number of findings, of which a byte is left.
		all = append(all, contender{name: "write-good", dir: dir, ok: anyStatus(), prep: nothing, size: size, args: args})
	} else {
		missing("write-good", errors.New("not in "+modules))
	}
	if textlint := filepath.Join(modules, ".bin", "textlint"); exists(textlint) {
		all = append(all, contender{
			name: "textlint, write-good rule", dir: filepath.Dir(modules), ok: []int{1}, prep: nothing, size: size,
			args: []string{textlint, "--no-textlintrc", "--rule", "write-good", "--format", "unix", filepath.Join(dir, "articles")},
		})
	} else {
		missing("textlint", errors.New("not in "+modules))
	}
	return all, nil
}

// aside puts what an earlier run wrote out of the way. It is not deleted: for
// some seconds the file system would look for other places than those that
// became free, which took two seconds of a run of three.
func aside(result string) error {
	if !exists(result) {
		return nil
	}
	other, err := os.MkdirTemp(filepath.Dir(result), "earlier")
	if err != nil {
		return err
	}
	return os.Rename(result, filepath.Join(other, "audit"))
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func anyStatus() []int {
	all := make([]int, 256)
	for i := range all {
		all[i] = i
	}
	return all
}

// spreadOut writes the texts of a JSON Lines file as files under dir/articles
// and as dir/corpus.jsonl. It returns the names of the files and the bytes of
// text.
func spreadOut(data, dir string) (files []string, size int64, err error) {
	f, err := os.Open(data)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(data, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, 0, err
		}
	}
	folder := filepath.Join(dir, "articles")
	if err := os.Mkdir(folder, 0o755); err != nil {
		return nil, 0, err
	}
	corpus, err := os.Create(filepath.Join(dir, "corpus.jsonl"))
	if err != nil {
		return nil, 0, err
	}
	defer func() { err = errors.Join(err, corpus.Close()) }()
	enc := json.NewEncoder(corpus)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 64<<20)
	for n := 1; lines.Scan(); n++ {
		var record struct {
			ID   string `json:"id"`
			Text string `json:"text"`
		}
		if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
			return nil, 0, fmt.Errorf("line %d: %w", n, err)
		}
		if err := enc.Encode(record); err != nil {
			return nil, 0, err
		}
		name := fmt.Sprintf("%06d.txt", n)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(record.Text), 0o644); err != nil {
			return nil, 0, err
		}
		files = append(files, name)
		size += int64(len(record.Text))
	}
	if len(files) == 0 && lines.Err() == nil {
		return nil, 0, errors.New("holds no records")
	}
	return files, size, lines.Err()
}

// expressions are the twenty regular expressions that Vale is given: what a
// newsroom could write by hand against translations.
var expressions = []string{
	`would have (?:been )?[a-z]+ed`, `would be [a-z]+ed`, `it is (?:for this|in this|thanks to)`, `(?:former|ex) tenant of`,
	`the hexagon`, `in a (?:press )?communiqu[eé]`, `on the sidelines of`, `the (?:minister|president) (?:has )?precised`,
	`according to (?:our|the) informations?`, `a (?:person|man) of [0-9]+ years`, `at the level of`, `in the frame(?:work)? of`,
	`(?:actual|eventual) (?:situation|president|consequences)`, `since [0-9]+ years`, `the (?:so|as)-called`, `both (?:the )?countries`,
	`more than [0-9]+ billions`, `(?:read|see) also:?`, `take (?:a|the) decision`, `make (?:an|the) experience`,
}

// valeStyle writes the style of expressions and its configuration.
func valeStyle(dir string) error {
	style := filepath.Join(dir, "styles", "Expressions")
	if err := os.MkdirAll(style, 0o755); err != nil {
		return err
	}
	for i, e := range expressions {
		rule := fmt.Sprintf("extends: existence\nmessage: \"'%%s' may be translated\"\nignorecase: true\nlevel: warning\ntokens:\n  - '%s'\n", e)
		if err := os.WriteFile(filepath.Join(style, fmt.Sprintf("E%02d.yml", i+1)), []byte(rule), 0o644); err != nil {
			return err
		}
	}
	return valeConfig(dir, "expressions.ini", "Expressions")
}

// copyStyle copies Vale's write-good style and writes its configuration.
func copyStyle(styles, dir string) error {
	if styles == "" {
		return errors.New("--vale-styles is not given")
	}
	from := filepath.Join(styles, "write-good")
	if !exists(from) {
		return fmt.Errorf("%s is not there", from)
	}
	if err := os.CopyFS(filepath.Join(dir, "styles", "write-good"), os.DirFS(from)); err != nil {
		return err
	}
	return valeConfig(dir, "write-good.ini", "write-good")
}

func valeConfig(dir, file, style string) error {
	text := "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.txt]\nBasedOnStyles = " + style + "\n"
	return os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644)
}
