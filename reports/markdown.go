package reports

import (
	"fmt"
	"html"
	"io"
	"strings"
)

// markdownLimit keeps a report within what a comment on GitHub (65,536
// characters) or GitLab may hold.
const markdownLimit = 60_000

// writeMarkdown writes a report for a comment on a pull request: the ranking,
// and each article's findings folded under it.
func writeMarkdown(w io.Writer, r *Report, _ Options) error {
	s := r.Summary
	var b strings.Builder
	fmt.Fprintf(&b, "## calque: %s, %s\n\n", count(s.Articles, "article", "articles"), count(s.Findings, "finding", "findings"))
	var lead []string
	if by := severityCounts(s.BySeverity); by != "" {
		lead = append(lead, by)
	}
	if s.MachineTranslated > 0 {
		lead = append(lead, thousands(s.MachineTranslated)+" likely machine-translated")
	}
	if s.Suppressed > 0 {
		lead = append(lead, thousands(s.Suppressed)+" suppressed by comments in the articles")
	}
	if s.SuppressionProblems > 0 {
		lead = append(lead, count(s.SuppressionProblems, "of these comments suppresses nothing", "of these comments suppress nothing"))
	}
	if len(lead) > 0 {
		fmt.Fprintf(&b, "%s.\n\n", strings.Join(lead, "; "))
	}
	for i, e := range r.Errors {
		if i == mostListed || b.Len() > markdownLimit/4 {
			fmt.Fprintf(&b, "- **Not checked:** %s\n", count(len(r.Errors)-i, "more", "more"))
			break
		}
		fmt.Fprintf(&b, "- **Not checked:** %s\n", escapeMarkdown(head(errorLine(e), 300)))
	}
	if len(r.Errors) > 0 {
		b.WriteString("\n")
	}
	if r.Gate != nil {
		markdownGate(&b, r)
	}
	articles := worstFirst(r.Articles)
	if len(articles) > 0 {
		b.WriteString("| Quality | Article | Findings |\n|---:|---|---|\n")
	}
	for i, a := range articles {
		if b.Len() > markdownLimit/2 {
			fmt.Fprintf(&b, "| | and %s better | |\n", count(len(articles)-i, "that is", "that are"))
			break
		}
		what := a.nothing()
		if len(a.Findings) > 0 {
			what = severities(a.Findings)
		}
		fmt.Fprintf(&b, "| %.1f | **%s** %s | %s |\n", a.Scores.Quality, escapeMarkdown(head(a.heading(), 200)), markdownCode(head(a.place(), 200), true), what)
	}
	left := 0
	for _, a := range articles {
		if len(a.Findings) > 0 {
			left += markdownArticle(&b, a)
		}
	}
	if left > 0 {
		fmt.Fprintf(&b, "\n%s more than a comment can hold: see the full report.\n", count(left, "finding is", "findings are"))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// mostListed is how many breaches, and files that could not be read, are named.
const mostListed = 50

// markdownGate says whether the policy is kept, and what breaks it.
func markdownGate(b *strings.Builder, r *Report) {
	g := r.Gate
	switch {
	case !g.Broken && len(r.Errors) > 0:
		b.WriteString("What could be checked keeps the policy.\n\n")
		return
	case !g.Broken:
		b.WriteString("The policy is kept.\n\n")
		return
	}
	for i, x := range g.Breaches {
		if i == mostListed || b.Len() > markdownLimit/2 {
			fmt.Fprintf(b, "- and %s\n", count(len(g.Breaches)-i, "more breach", "more breaches"))
			break
		}
		fmt.Fprintf(b, "- **Breaks** %s: %s: %s\n", markdownCode(head(x.Policy, 200), false), markdownCode(head(x.place(), 200), false), escapeMarkdown(head(x.Why, 300)))
	}
	b.WriteString("\n")
}

// markdownArticle writes an article's findings as far as there is room, and
// returns how many are left.
func markdownArticle(b *strings.Builder, a *Article) (left int) {
	const tail = 2000 // room for what comes at the end
	if b.Len()+tail > markdownLimit {
		return len(a.Findings)
	}
	// Inside the summary is HTML, not Markdown.
	fmt.Fprintf(b, "\n<details><summary>%s – %s</summary>\n\n", html.EscapeString(defuse(oneLine(head(a.heading(), 200)))), severities(a.Findings))
	if a.Origin != nil && a.Origin.Verdict != "" {
		fmt.Fprintf(b, "Origin: %s", escapeMarkdown(originLine(a.Origin)))
		if from := likelySources(a.Origin.SourceLanguages); from != "" {
			fmt.Fprintf(b, " Likely source: %s.", escapeMarkdown(from))
		}
		b.WriteString("\n\n")
	}
	for i := range a.Findings {
		if b.Len()+tail > markdownLimit {
			left = len(a.Findings) - i
			break
		}
		f := &a.Findings[i]
		fmt.Fprintf(b, "- **%s** line %d: “%s” – %s.", f.Severity, f.Line, escapeMarkdown(head(f.Excerpt, 300)), escapeMarkdown(strings.TrimRight(head(f.Message, 500), ".")))
		for j, s := range f.Suggestions[:min(3, len(f.Suggestions))] {
			if j == 0 {
				b.WriteString(" Write: ")
			} else {
				b.WriteString(" or ")
			}
			if s == "" {
				b.WriteString("nothing")
			} else {
				fmt.Fprintf(b, "“%s”", escapeMarkdown(head(s, 300)))
			}
		}
		fmt.Fprintf(b, " %s\n", markdownCode(f.Rule, false))
	}
	if n := len(a.Removed); n > 0 {
		fmt.Fprintf(b, "\nNot checked: %s (%s)\n", count(n, "line", "lines"), escapeMarkdown(reasons(a.Removed)))
	}
	b.WriteString("\n</details>\n")
	return left
}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`, "!", `\!`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;",
)

// escapeMarkdown makes text of an article mean nothing but itself, on one
// line. It must not stand at the beginning of a line.
func escapeMarkdown(s string) string { return markdownEscapes.Replace(defuse(oneLine(s))) }

// defuse keeps people from being mentioned, issues and addresses from being
// linked: a word joiner, which nobody sees, stands where the pattern would be.
func defuse(s string) string { return joiner.Replace(s) }

var joiner = strings.NewReplacer("@", "@\u2060", "#", "#\u2060", "://", ":\u2060//", "www.", "www\u2060.", "WWW.", "WWW\u2060.")

func oneLine(s string) string { return clean(strings.Join(strings.Fields(s), " ")) }

// markdownCode is a code span. In a table a | would end the cell even there.
func markdownCode(s string, table bool) string {
	s = strings.ReplaceAll(oneLine(s), "`", "'")
	if table {
		s = strings.ReplaceAll(s, "|", "¦")
	}
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}
