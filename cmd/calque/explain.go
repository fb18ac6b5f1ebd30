package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/language"
	"github.com/calque-check/calque/heuristics"
)

func explainCommand() *cobra.Command {
	var format string
	var selected detect.Selection
	c := &cobra.Command{
		Use:   "explain [RULE]",
		Short: "Explain a rule, or list all of them",
		Example: `  calque explain
  calque explain --family reportative --language fr
  calque explain reportative-conditional
  calque explain --format markdown >catalogue.md`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			rules := byFamily(heuristics.All())
			for _, name := range selected.Only {
				if !slices.ContainsFunc(rules, func(h detect.Heuristic) bool { return string(h.Family) == name }) {
					return usage("no family is called %q%s", name, detect.DidYouMean(name, families(rules)))
				}
			}
			for _, code := range selected.SourceLanguages {
				if language.Name(code) == code {
					return usage("--language %q: not a language; give its code of two letters, such as fr", code)
				}
			}
			rules = slices.DeleteFunc(rules, func(h detect.Heuristic) bool {
				return len(selected.Only) > 0 && !slices.Contains(selected.Only, string(h.Family)) || !h.Expects(selected.SourceLanguages)
			})
			if len(args) == 1 {
				rules = heuristics.All()
				if slices.Contains(families(byFamily(rules)), args[0]) {
					return usage("%q is a family of rules; 'calque explain --family %s' lists them", args[0], args[0])
				}
				h, err := detect.Lookup(rules, args[0])
				if err != nil {
					return usage("%w ('calque explain' lists all)", err)
				}
				rules = []detect.Heuristic{*h}
			}
			out := cmd.OutOrStdout()
			switch format {
			case "json":
				return explainJSON(out, rules)
			case "markdown":
				return explainMarkdown(out, rules)
			case "text":
				if len(args) == 1 {
					return explainText(out, rules[0])
				}
				return listText(out, rules)
			}
			return usage("--format %q: give text, json or markdown", format)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, h := range heuristics.All() {
				names = append(names, h.Name+"\t"+h.Message)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text, json or markdown")
	c.Flags().StringSliceVar(&selected.Only, "family", nil, "list the rules of these families only")
	c.Flags().StringSliceVar(&selected.SourceLanguages, "language", nil, "list the rules for these source languages only (such as fr,es), with those for any language")
	return c
}

func families(rules []detect.Heuristic) []string {
	var names []string
	for _, h := range rules {
		names = append(names, string(h.Family))
	}
	return slices.Compact(names)
}

// byFamily puts the rules of a family together, the families in the order in
// which they come first.
func byFamily(all []detect.Heuristic) []detect.Heuristic {
	var order []detect.Family
	for _, h := range all {
		if !slices.Contains(order, h.Family) {
			order = append(order, h.Family)
		}
	}
	slices.SortStableFunc(all, func(a, b detect.Heuristic) int {
		return slices.Index(order, a.Family) - slices.Index(order, b.Family)
	})
	return all
}

// listText prints the catalogue, a line a rule, by family, with the measured
// rates per 100,000 words of native and of machine-translated text.
func listText(w io.Writer, rules []detect.Heuristic) error {
	var b strings.Builder
	off := 0
	for i, h := range rules {
		if i == 0 || rules[i-1].Family != h.Family {
			n := 0
			for n < len(rules)-i && rules[i+n].Family == h.Family {
				n++
			}
			if i > 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "%-60s %7s %8s\n", fmt.Sprintf("%s (%d)", h.Family, n), "native", "machine")
		}
		mark := " "
		if h.Off {
			mark, off = "-", off+1
		}
		codes := strings.Join(h.SourceLanguages, " ")
		if codes == "" {
			codes = "any"
		}
		rates := strings.Repeat(" ", 16)
		if r, _, ok := heuristics.Rates(h.Name); ok {
			rates = fmt.Sprintf("%7.2f %8.2f", r.Native, r.Machine)
		}
		fmt.Fprintf(&b, "%s %-47s %-8s   %s  %-20s %s\n", mark, h.Name, h.Severity, rates, codes, h.Message)
	}
	fmt.Fprintf(&b, "\n%d rules, %d of them off by default (marked -; --only RULE applies one).\nRates are findings per 100,000 words. 'calque explain RULE' tells more.\n", len(rules), off)
	_, err := io.WriteString(w, b.String())
	return err
}

// docParts are the parts of a rule's documentation with their headings.
func docParts(h detect.Heuristic) [][2]string {
	return [][2]string{
		{"What it is", h.Doc.What},
		{"Why it is evidence", h.Doc.Why},
		{"When good English does the same", h.Doc.Humans},
		{"What it misses", h.Doc.Misses},
	}
}

func explainText(w io.Writer, h detect.Heuristic) error {
	var b strings.Builder
	state := "on by default"
	if h.Off {
		state = "off by default; --only " + h.Name + " applies it"
	}
	fmt.Fprintf(&b, "%s\n%s\n\n", h.Name, h.Message)
	fmt.Fprintf(&b, "family     %s\ncategory   %s\nseverity   %s\nlanguages  %s\nstate      %s\n", h.Family, h.Category, h.Severity, languageNames(h), state)
	for _, p := range docParts(h) {
		fmt.Fprintf(&b, "\n%s\n%s\n", p[0], wrap(p[1], 78, "  "))
	}
	if len(h.Examples) > 0 {
		b.WriteString("\nFinds\n")
		for _, e := range h.Examples {
			fmt.Fprintln(&b, wrap(e.Text, 78, "  "))
			if e.Suggest != "" {
				fmt.Fprintf(&b, "    write: %s\n", e.Suggest)
			}
		}
	}
	if len(h.NearMisses) > 0 {
		b.WriteString("\nStays silent on\n")
		for _, m := range h.NearMisses {
			fmt.Fprintln(&b, wrap(m, 78, "  "))
		}
	}
	if lines := rateLines(h.Name); len(lines) > 0 {
		b.WriteString("\nMeasured, findings per 100,000 words\n")
		for _, line := range lines {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// rateLines are a rule's measured rates, a line each; none when the rule was
// not measured.
func rateLines(name string) []string {
	r, words, ok := heuristics.Rates(name)
	if !ok {
		return nil
	}
	line := func(label string, rate float64, hits int, of string) string {
		return fmt.Sprintf("%-20s %8.2f  (%d in %.2f million words)", label, rate, hits, float64(words[of])/1e6)
	}
	lines := []string{
		line("native English", r.Native, r.NativeHits, "native"),
		line("human translation", r.Human, r.HumanHits, "human-translated"),
		line("machine translation", r.Machine, r.MachineHits, "machine-translated"),
	}
	if by := r.Strongest(); by != "" {
		lines = append(lines, "by source language   "+by)
	}
	for _, past := range r.History {
		lines = append(lines, fmt.Sprintf("in version %s: native %.2f, human translation %.2f, machine translation %.2f", past.Version, past.Native, past.Human, past.Machine))
	}
	return lines
}

func languageNames(h detect.Heuristic) string {
	if len(h.SourceLanguages) == 0 {
		return "any"
	}
	var names []string
	for _, code := range h.SourceLanguages {
		names = append(names, language.Name(code))
	}
	return strings.Join(names, ", ")
}

// wrap breaks text into lines of at most width columns, each indented.
func wrap(text string, width int, indent string) string {
	var out []string
	for para := range strings.SplitSeq(text, "\n") {
		line := indent
		for word := range strings.FieldsSeq(para) {
			if len(line)+1+len(word) > width && line != indent {
				out = append(out, line)
				line = indent
			}
			if line != indent {
				line += " "
			}
			line += word
		}
		out = append(out, strings.TrimRight(line, " "))
	}
	return strings.Join(out, "\n")
}

// An explained rule is what --format json prints of one.
type explained struct {
	Name            string                `json:"name"`
	Family          string                `json:"family"`
	Category        string                `json:"category"`
	Severity        string                `json:"severity"`
	SourceLanguages []string              `json:"source_languages"`
	Default         bool                  `json:"default"`
	Message         string                `json:"message"`
	Doc             explainedDoc          `json:"doc"`
	Examples        explainedExamples     `json:"examples"`
	Rates           *heuristics.RuleRates `json:"rates"` // null when they were not measured
}

type explainedDoc struct {
	What   string `json:"what"`
	Why    string `json:"why"`
	Humans string `json:"humans"`
	Misses string `json:"misses"`
}

type explainedExamples struct {
	Finds  []explainedExample `json:"finds"`  // ⟦ ⟧ mark what is found
	Silent []string           `json:"silent"` // nothing is found
}

type explainedExample struct {
	Text       string `json:"text"`
	Suggestion string `json:"suggestion"`
}

func explainJSON(w io.Writer, rules []detect.Heuristic) error {
	out := []explained{}
	for _, h := range rules {
		e := explained{
			Name: h.Name, Family: string(h.Family), Category: h.Category, Severity: h.Severity.String(),
			SourceLanguages: append([]string{}, h.SourceLanguages...), Default: !h.Off, Message: h.Message,
			Doc:      explainedDoc{h.Doc.What, h.Doc.Why, h.Doc.Humans, h.Doc.Misses},
			Examples: explainedExamples{Finds: []explainedExample{}, Silent: append([]string{}, h.NearMisses...)},
		}
		for _, x := range h.Examples {
			e.Examples.Finds = append(e.Examples.Finds, explainedExample{x.Text, x.Suggest})
		}
		if r, _, ok := heuristics.Rates(h.Name); ok {
			e.Rates = &r
		}
		out = append(out, e)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(map[string]any{"rules": out})
}

func explainMarkdown(w io.Writer, rules []detect.Heuristic) error {
	var b strings.Builder
	b.WriteString("# The rules of calque\n")
	var family detect.Family
	for _, h := range rules {
		if h.Family != family {
			family = h.Family
			fmt.Fprintf(&b, "\n## %s\n", family)
		}
		state := ""
		if h.Off {
			state = ", off by default"
		}
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n*%s, %s; from %s%s.*\n", h.Name, h.Message, h.Severity, h.Category, languageNames(h), state)
		for _, p := range docParts(h) {
			fmt.Fprintf(&b, "\n**%s.** %s\n", p[0], p[1])
		}
		if len(h.Examples) > 0 {
			b.WriteString("\nFinds:\n\n")
			for _, e := range h.Examples {
				fmt.Fprintf(&b, "- %s", markdownExample(e.Text))
				if e.Suggest != "" {
					fmt.Fprintf(&b, " → %s", markdownExample(e.Suggest))
				}
				b.WriteByte('\n')
			}
			b.WriteString("\nStays silent on:\n\n")
			for _, m := range h.NearMisses {
				fmt.Fprintf(&b, "- %s\n", markdownExample(m))
			}
		}
		if lines := rateLines(h.Name); len(lines) > 0 {
			b.WriteString("\nMeasured, findings per 100,000 words:\n\n")
			for _, line := range lines {
				fmt.Fprintf(&b, "- %s\n", strings.Join(strings.Fields(line), " "))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// markdownExample keeps an example from being read as Markdown; bold shows
// what is found.
func markdownExample(s string) string {
	s = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "#", `\#`, "[", `\[`, "]", `\]`, "\n", " / ").Replace(s)
	return strings.NewReplacer("⟦", "**", "⟧", "**").Replace(s)
}
