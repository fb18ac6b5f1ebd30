package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/calque-check/calque/detect"
	"github.com/calque-check/calque/detect/article"
	"github.com/calque-check/calque/detect/story"
	"github.com/calque-check/calque/reports"
)

func compareCommand() *cobra.Command {
	var c checking
	w := writing{text: reports.WriteComparison}
	cmd := &cobra.Command{
		Use:   "compare PATH PATH...",
		Short: "Show what differs between several tellings of one story",
		Long: `Takes the articles as tellings of one story and puts what they say side by
side: quotations with their variants, figures, days and names, and the points
on which one telling stands alone. Other formats than text hold the whole
report, as with check. Articles that do not look like tellings of the same story
are compared as well; the report and standard error name them.`,
		Example: `  calque compare ours.txt theirs.txt agency.txt`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			c.quiet, c.written = w.quiet, w.files()
			if err := c.configure(cmd, paths); err != nil {
				return err
			}
			if err := w.check(); err != nil {
				return err
			}
			result, err := c.run(cmd, paths, "compared")
			if err != nil {
				return err
			}
			if len(result.Articles) < 2 {
				if len(result.Failures) > 0 {
					return &failure{statusFailed, errSaid}
				}
				return usage("comparing needs at least two articles")
			}
			r := reports.Build(result, c.reportOptions())
			if n := len(r.Stories); n > 1 {
				c.note(cmd, "%d articles are too many for one story: compared as %d, by the day of publication", len(r.Articles), n)
			}
			if strays := unrelated(result); len(strays) > 0 {
				var names []string
				for _, i := range strays {
					a := &r.Articles[i]
					names = append(names, placeName(a.Path, a.Record))
					for k := range r.Stories {
						if s := &r.Stories[k]; slices.Contains(s.Articles, a.ID) {
							s.Unrelated = append(s.Unrelated, a.ID)
						}
					}
				}
				c.note(cmd, "shares too little with any of the others to look like the same story, so differences mean little: %s", strings.Join(names, ", "))
			}
			c.show(r)
			if failed := w.write(cmd, r); failed != nil {
				return failed
			}
			if len(result.Failures) > 0 {
				return &failure{statusFailed, errSaid}
			}
			return nil
		},
	}
	c.flags(cmd)
	w.flags(cmd)
	return cmd
}

// unrelated are the articles, by index, that would be in no story with another
// one if they had not been said to tell the same.
func unrelated(r *detect.Result) []int {
	var articles []*article.Article
	for _, c := range r.Articles {
		a := *c.Article
		a.Story = ""
		articles = append(articles, &a)
	}
	related := map[int]bool{}
	for _, s := range story.Group(articles, 1) {
		for _, m := range s.Members {
			related[m] = true
		}
	}
	var strays []int
	for i := range articles {
		if !related[i] {
			strays = append(strays, i)
		}
	}
	return strays
}
