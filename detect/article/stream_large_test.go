package article

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestStreamLarge reads as many megabytes as CALQUE_STREAM_MB says of JSON Lines
// and of WARC, which are made as they are read, and reports what memory the
// process came to take. Every twentieth record is made an article.
func TestStreamLarge(t *testing.T) {
	megabytes, err := strconv.Atoi(os.Getenv("CALQUE_STREAM_MB"))
	if err != nil {
		t.Skip("set CALQUE_STREAM_MB, for example to 2048")
	}
	for _, format := range []string{"JSON Lines", "WARC"} {
		t.Run(format, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(1, 2))
			var records []string
			for i := range 500 {
				s := streamRecord(rng, i)
				if format == "WARC" {
					s = warcPage("<html><body><article><p>" + s + "</p></article></body></html>")
				}
				records = append(records, s)
			}
			in, out := io.Pipe()
			go func() {
				w := bufio.NewWriterSize(out, 1<<20)
				for n := 0; n < megabytes<<20; {
					m, err := w.WriteString(records[n/1000%len(records)])
					if err != nil {
						break
					}
					n += m
				}
				w.Flush()
				out.Close()
			}()
			found, loaded := 0, 0
			r := &Reader{Stdin: in}
			for item, err := range r.Items("-") {
				if err != nil {
					t.Fatal(err)
				}
				if found++; found%20 == 0 {
					if _, err := r.Load(item); err != nil {
						t.Fatal(err)
					}
					loaded++
				}
			}
			most := peakMemory(t)
			t.Logf("%d MB, %d records, %d of them read: the process took %d MB at most", megabytes, found, loaded, most>>10)
			if most > 200<<10 {
				t.Errorf("more than 200 MB")
			}
		})
	}
}

// peakMemory is the most memory that the process has had, in kilobytes.
func peakMemory(t *testing.T) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip("the system does not say what memory a process takes")
	}
	_, line, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes := 0
	if _, err := fmt.Sscanf(line, "%d kB", &kilobytes); err != nil {
		t.Fatal(err)
	}
	return kilobytes
}
