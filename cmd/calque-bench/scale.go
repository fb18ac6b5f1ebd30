package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"
)

func scaleCommand() *cobra.Command {
	var calque, work string
	var most, least, pages int
	cmd := &cobra.Command{
		Use:   "scale DIR",
		Short: "Audit invented corpora, each ten times as large as the one before, and write a table",
		Long: `Makes corpora of the articles under DIR (see "corpus"), audits each as a process
of its own and says how time and memory grow. Each row is written when it is
known. Without pages an audit takes some 25 KB of disk an article while it runs,
and the corpus 1.4 KB; a step for which there is no room is not begun.`,
		Example: `  calque-bench scale --calque ./calque --to 1000000 testdata/stories`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return scale(cmd.OutOrStdout(), calque, args[0], work, least, most, pages)
		},
	}
	f := cmd.Flags()
	f.StringVar(&calque, "calque", "calque", "the program to measure")
	f.StringVar(&work, "work", "", "where the corpora and the audits are put and taken away again; a temporary folder when not given")
	f.IntVar(&least, "from", 1000, "how many articles the smallest corpus has")
	f.IntVar(&most, "to", 100_000, "how many articles the largest corpus has at most")
	f.IntVar(&pages, "pages", 0, "how many articles get a page of their own; what is written for a fixed number of them makes large corpora look cheap")
	return cmd
}

func scale(out io.Writer, calque, from, work string, least, most, pages int) error {
	if filepath.Base(calque) != calque {
		var err error
		if calque, err = filepath.Abs(calque); err != nil {
			return err
		}
	}
	dir, err := os.MkdirTemp(work, "calque-scale")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	fmt.Fprintln(out, "| articles | MB | wall s | CPU s | times the row above: wall | CPU | articles/s | MB/s | peak MB | disk MB |")
	fmt.Fprintln(out, "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
	var before usage
	var disk int64 // bytes that the step before left
	for n := least; n <= most; n *= 10 {
		if need, free := 10*disk*3/2, freeSpace(dir); free < need {
			return fmt.Errorf("%d articles would take some %d MB in %s, where %d MB are free: --work names another place", n, need/1e6, dir, free/1e6)
		}
		corpus := filepath.Join(dir, "corpus.jsonl")
		if err := invent(corpus, from, n); err != nil {
			return err
		}
		info, err := os.Stat(corpus)
		if err != nil {
			return err
		}
		result := filepath.Join(dir, "audit")
		u, err := run(dir, nil, calque, "audit", "--out", result, "--progress", "none", "--pages", strconv.Itoa(pages), corpus)
		if err != nil {
			return err
		}
		if disk, err = sizeOf(result); err != nil {
			return err
		}
		if err := os.RemoveAll(result); err != nil {
			return err
		}
		disk += info.Size()
		times := func(d, before time.Duration) string {
			if before == 0 {
				return "–"
			}
			return fmt.Sprintf("%.1f", d.Seconds()/before.Seconds())
		}
		fmt.Fprintf(out, "| %d | %.1f | %.2f | %.2f | %s | %s | %.0f | %.1f | %.0f | %.0f |\n", n, float64(info.Size())/1e6, u.wall.Seconds(), u.cpu.Seconds(),
			times(u.wall, before.wall), times(u.cpu, before.cpu), float64(n)/u.wall.Seconds(), rate(info.Size(), u.wall), float64(u.peak)/1e6, float64(disk)/1e6)
		before = u
	}
	return nil
}

// sizeOf is how many bytes the files of a directory have.
func sizeOf(dir string) (size int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			var info fs.FileInfo
			if info, err = d.Info(); err == nil {
				size += info.Size()
			}
		}
		return err
	})
	return size, err
}
