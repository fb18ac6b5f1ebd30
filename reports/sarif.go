package reports

import (
	"encoding/json"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// SARIF 2.1.0, as far as calque fills it
// (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		ColumnKind  string            `json:"columnKind"`
		Invocations []sarifInvocation `json:"invocations"`
		Results     []sarifResult     `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string          `json:"id"`
		ShortDescription     sarifText       `json:"shortDescription"`
		FullDescription      sarifText       `json:"fullDescription"`
		Help                 sarifHelp       `json:"help"`
		DefaultConfiguration sarifLevel      `json:"defaultConfiguration"`
		Properties           sarifProperties `json:"properties"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifHelp struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifProperties struct {
		Tags []string `json:"tags"`
	}
	sarifInvocation struct {
		ExecutionSuccessful bool                `json:"executionSuccessful"`
		Notifications       []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           *int              `json:"ruleIndex,omitempty"`
		Level               string            `json:"level"`
		Message             sarifText         `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Fixes               []sarifFix        `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		ID               *int          `json:"id,omitempty"`
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
		Message          *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndLine     int        `json:"endLine,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifFix struct {
		Description sarifText     `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		ArtifactLocation sarifArtifact      `json:"artifactLocation"`
		Replacements     []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		DeletedRegion   sarifRegion `json:"deletedRegion"`
		InsertedContent *sarifText  `json:"insertedContent,omitempty"`
	}
)

const home = "https://github.com/calque-check/calque"

// sarifLevels are the levels of the severities.
var sarifLevels = map[string]string{"minor": "note", "major": "warning", "critical": "error"}

func writeSARIF(w io.Writer, r *Report) error {
	articles := byID(r)
	run := sarifRun{
		ColumnKind: "unicodeCodePoints",
		Tool:       sarifTool{sarifDriver{Name: "calque", Version: r.Tool.Version, InformationURI: home, Rules: []sarifRule{}}},
		Results:    []sarifResult{},
	}
	index := map[string]int{}
	for i, rule := range r.Rules {
		index[rule.Name] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	invocation := sarifInvocation{ExecutionSuccessful: len(r.Errors) == 0}
	for _, e := range r.Errors {
		n := sarifNotification{Level: "error", Message: sarifText{errorLine(e)}}
		if e.Path != "" {
			n.Locations = []sarifLocation{{PhysicalLocation: sarifPhysical{ArtifactLocation: sarifArtifact{fileURI(e.Path)}}}}
		}
		invocation.Notifications = append(invocation.Notifications, n)
	}
	run.Invocations = []sarifInvocation{invocation}
	for i := range r.Articles {
		a := &r.Articles[i]
		for j := range a.Findings {
			result := sarifResultOf(a, &a.Findings[j], articles)
			if k, ok := index[result.RuleID]; ok {
				result.RuleIndex = &k
			}
			run.Results = append(run.Results, result)
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func sarifRuleOf(rule Rule) sarifRule {
	out := sarifRule{
		ID:               rule.Name,
		ShortDescription: sarifText{orElse(rule.Message, rule.Name)}, FullDescription: sarifText{orElse(rule.What, rule.Name)},
		DefaultConfiguration: sarifLevel{sarifLevels[rule.Severity]},
		Properties:           sarifProperties{slices.Compact([]string{"translation", rule.Family, rule.Category})},
	}
	var text, markdown []string
	for _, part := range [][2]string{{"What", rule.What}, {"Why it is evidence", rule.Why}, {"When people write it", rule.Humans}, {"What is not found", rule.Misses}} {
		if part[1] != "" {
			text = append(text, part[0]+": "+part[1])
			markdown = append(markdown, "**"+part[0]+".** "+escapeMarkdown(part[1]))
		}
	}
	out.Help = sarifHelp{orElse(strings.Join(text, "\n\n"), rule.Name), orElse(strings.Join(markdown, "\n\n"), rule.Name)}
	return out
}

func sarifResultOf(a *Article, f *Finding, articles map[string]*Article) sarifResult {
	file := sarifArtifact{fileURI(a.Path)}
	region := sarifRegion{StartLine: max(1, f.Line), StartColumn: max(1, f.Column), EndLine: f.EndLine, EndColumn: f.EndColumn}
	shown := region
	shown.Snippet = &sarifText{f.Excerpt}
	result := sarifResult{
		RuleID: f.Rule, Level: sarifLevels[f.Severity], Message: sarifText{orElse(advice(f), f.Rule)},
		Locations:           []sarifLocation{{PhysicalLocation: sarifPhysical{ArtifactLocation: file, Region: &shown}}},
		PartialFingerprints: map[string]string{"calqueFingerprint/v1": f.Fingerprint},
	}
	for i, rel := range f.Related {
		other := articles[rel.Article]
		if other == nil || other.Path == "" {
			continue
		}
		result.RelatedLocations = append(result.RelatedLocations, sarifLocation{
			ID: &i, Message: &sarifText{other.label() + ": “" + rel.Excerpt + "”"},
			PhysicalLocation: sarifPhysical{ArtifactLocation: sarifArtifact{fileURI(other.Path)}},
		})
	}
	if f.Start < f.End && f.EndLine > 0 {
		for _, s := range f.Suggestions {
			change := sarifReplacement{DeletedRegion: region, InsertedContent: &sarifText{s}}
			result.Fixes = append(result.Fixes, sarifFix{sarifText{"Write “" + s + "”"}, []sarifChange{{file, []sarifReplacement{change}}}})
		}
	}
	return result
}

// advice is a finding in one line: the message and what to write instead.
func advice(f *Finding) string {
	s := f.Message
	if len(f.Suggestions) > 0 && f.Suggestions[0] != "" {
		s += " (write “" + f.Suggestions[0] + "”)"
	}
	return s
}

// errorLine names what could not be checked and why. An error may name its file
// itself.
func errorLine(e Error) string {
	a := Article{Path: e.Path, Record: e.Record}
	if e.Path == "" || e.Record == 0 && strings.Contains(" "+e.Error, " "+e.Path+":") {
		return e.Error
	}
	return a.place() + ": " + e.Error
}

var drive = regexp.MustCompile(`^[A-Za-z]:/`)

// fileURI is the URI of a path: relative where the path is.
func fileURI(p string) string {
	if p == "" || p == "-" {
		return "stdin"
	}
	p = strings.ReplaceAll(p, `\`, "/")
	u := (&url.URL{Path: path.Clean(p)}).EscapedPath()
	switch {
	case drive.MatchString(p):
		return "file:///" + u
	case strings.HasPrefix(p, "//"):
		return "file:" + u
	case strings.HasPrefix(p, "/"):
		return "file://" + u
	}
	// A colon in the first segment would make it a scheme.
	if first, _, _ := strings.Cut(u, "/"); strings.Contains(first, ":") {
		u = "./" + u
	}
	return u
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
