package reports

import (
	"os"
	"path/filepath"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// An ArticleRecord is a row of articles.parquet. Optional columns are null
// where nothing is known.
type ArticleRecord struct {
	ID                string     `parquet:"id"`
	Path              string     `parquet:"path"`
	Record            int32      `parquet:"record"` // 1-based, 0 when the file is not made of records
	Title             string     `parquet:"title"`
	Byline            string     `parquet:"byline"`
	Dateline          string     `parquet:"dateline"`
	Publisher         string     `parquet:"publisher,dict"`
	Published         string     `parquet:"published"`    // as it was written
	PublishedAt       *time.Time `parquet:"published_at"` // UTC, where it is a date
	URL               string     `parquet:"url"`
	Language          string     `parquet:"language,dict"`
	Words             int32      `parquet:"words"`
	Quality           float64    `parquet:"quality"`        // 0 worst, 100 best
	AgainstOthers     *float64   `parquet:"against_others"` // points
	Rank              int32      `parquet:"rank"`
	Native            *float64   `parquet:"native"`             // probabilities; null when the origin model was not applied
	HumanTranslated   *float64   `parquet:"human_translated"`   //
	MachineTranslated *float64   `parquet:"machine_translated"` //
	Confidence        string     `parquet:"confidence,dict"`    // of the origin model: low, medium or high
	LikelyMachine     bool       `parquet:"likely_machine_translated"`
	SourceLanguage    string     `parquet:"source_language,dict"` // of what is likely a translation
	Findings          int32      `parquet:"findings"`
	Minor             int32      `parquet:"minor"`
	Major             int32      `parquet:"major"`
	Critical          int32      `parquet:"critical"`
	Story             string     `parquet:"story"`
	Status            string     `parquet:"status,dict"`
	Text              string     `parquet:"text"` // what the offsets of findings refer to
}

// A FindingRecord is a row of findings.parquet. Offsets are code points of the
// article's text.
type FindingRecord struct {
	Article         string   `parquet:"article"` // id
	Publisher       string   `parquet:"publisher,dict"`
	Published       string   `parquet:"published"`
	Rule            string   `parquet:"rule,dict"`
	Family          string   `parquet:"family,dict"`
	Category        string   `parquet:"category,dict"` // MQM type
	Severity        string   `parquet:"severity,dict"`
	Message         string   `parquet:"message"`
	Excerpt         string   `parquet:"excerpt"`
	Suggestions     []string `parquet:"suggestions,list"`
	SourceLanguages []string `parquet:"source_languages,list"`
	Start           int32    `parquet:"start"`
	End             int32    `parquet:"end"`
	Line            int32    `parquet:"line"`
	Column          int32    `parquet:"column"`
	Fingerprint     string   `parquet:"fingerprint"`
	RelatedArticles []string `parquet:"related_articles,list"` // ids of the tellings that bear on it
}

// A group of rows is in memory until it is full.
const (
	articleRows = 5_000
	findingRows = 50_000
)

// A parquetTable writes rows to a file, which gets its name when it is whole.
type parquetTable[T any] struct {
	path   string
	file   *os.File
	writer *parquet.GenericWriter[T]
}

func newParquetTable[T any](path string, rows int64, version string) (*parquetTable[T], error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return nil, err
	}
	return &parquetTable[T]{path, f, parquet.NewGenericWriter[T](f,
		parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}),
		parquet.MaxRowsPerRowGroup(rows),
		parquet.CreatedBy("calque", version, ""),
	)}, nil
}

// finish completes the file, or takes it away when something went wrong.
func (t *parquetTable[T]) finish(failed error) error {
	if failed == nil {
		failed = t.writer.Close()
	}
	if err := t.file.Close(); failed == nil {
		failed = err
	}
	if failed == nil {
		failed = os.Chmod(t.file.Name(), 0o644)
	}
	if failed == nil {
		failed = os.Rename(t.file.Name(), t.path)
	}
	if failed != nil {
		os.Remove(t.file.Name())
	}
	return failed
}

// A parquetWriter writes articles.parquet and findings.parquet.
type parquetWriter struct {
	articles *parquetTable[ArticleRecord]
	findings *parquetTable[FindingRecord]
}

func newParquetWriter(dir, version string) (*parquetWriter, error) {
	articles, err := newParquetTable[ArticleRecord](filepath.Join(dir, "articles.parquet"), articleRows, version)
	if err != nil {
		return nil, err
	}
	findings, err := newParquetTable[FindingRecord](filepath.Join(dir, "findings.parquet"), findingRows, version)
	if err != nil {
		return nil, articles.finish(err)
	}
	return &parquetWriter{articles, findings}, nil
}

func (w *parquetWriter) finish(failed error) error {
	failed = w.articles.finish(failed)
	return w.findings.finish(failed)
}

func (w *parquetWriter) add(a *Article) error {
	if _, err := w.articles.writer.Write([]ArticleRecord{articleRecord(a)}); err != nil {
		return err
	}
	rows := make([]FindingRecord, len(a.Findings))
	for i := range a.Findings {
		rows[i] = findingRecord(a, &a.Findings[i])
	}
	_, err := w.findings.writer.Write(rows)
	return err
}

func articleRecord(a *Article) ArticleRecord {
	counts := map[string]int32{}
	for _, f := range a.Findings {
		counts[f.Severity]++
	}
	r := ArticleRecord{
		ID: a.ID, Path: a.Path, Record: int32(a.Record), Title: a.Title, Byline: a.Byline, Dateline: a.Dateline, //nolint:gosec // a count of records in one file
		Publisher: a.Publisher, Published: a.Published, PublishedAt: instant(a.Published), URL: a.URL, Language: a.Language,
		Words: int32(a.Words), Quality: a.Scores.Quality, AgainstOthers: a.Scores.AgainstOthers, Rank: int32(a.Scores.Rank), //nolint:gosec // words of one article
		LikelyMachine: a.Origin.likelyMachine(), SourceLanguage: likelySource(a.Origin),
		Findings: int32(len(a.Findings)), Minor: counts["minor"], Major: counts["major"], Critical: counts["critical"], //nolint:gosec // findings of one article
		Story: a.Story, Status: a.Status, Text: a.Text,
	}
	if o := a.Origin; o != nil {
		r.Native, r.HumanTranslated, r.MachineTranslated, r.Confidence = &o.Native, &o.HumanTranslated, &o.MachineTranslated, o.Confidence
	}
	return r
}

func findingRecord(a *Article, f *Finding) FindingRecord {
	related := []string{}
	for _, rel := range f.Related {
		if rel.Article != a.ID && (len(related) == 0 || related[len(related)-1] != rel.Article) {
			related = append(related, rel.Article)
		}
	}
	return FindingRecord{
		Article: a.ID, Publisher: a.Publisher, Published: a.Published,
		Rule: f.Rule, Family: f.Family, Category: f.Category, Severity: f.Severity, Message: f.Message, Excerpt: f.Excerpt,
		Suggestions: f.Suggestions, SourceLanguages: f.SourceLanguages,
		Start: int32(f.Start), End: int32(f.End), Line: int32(f.Line), Column: int32(f.Column), //nolint:gosec // places in one article
		Fingerprint: f.Fingerprint, RelatedArticles: related,
	}
}

// instant is a time of publication in UTC, nil when it is no date that calque
// understands.
func instant(published string) *time.Time {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, published); err == nil {
			t = t.UTC()
			return &t
		}
	}
	return nil
}
