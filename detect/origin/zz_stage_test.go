package origin

import (
	"syscall"
	"testing"
	"time"
)

func BenchmarkCPU(b *testing.B) {
	as := devArticles(b, 20)
	n := 0
	for _, a := range as {
		n += len(a.Text)
	}
	cpu := func() int64 {
		var u syscall.Rusage
		syscall.Getrusage(syscall.RUSAGE_SELF, &u)
		return u.Utime.Nano() + u.Stime.Nano()
	}
	t := cpu()
	for b.Loop() {
		for _, a := range as {
			Judge(a)
		}
	}
	b.ReportMetric(float64(cpu()-t)/float64(b.N)/float64(n)*2048/1e3, "cpu-us/2KB")
}

func BenchmarkStages(b *testing.B) {
	as := devArticles(b, 20)
	n := 0
	grams, feats, toks, docs := 0, 0, 0, 0
	for _, a := range as {
		n += len(a.Text)
	}
	m := model()
	s := &scratch{}
	var d [7]time.Duration
	for b.Loop() {
		for _, a := range as {
			t0 := time.Now()
			s.text.Read(a.Text)
			t1 := time.Now()
			m.ApplyTo(&s.text, &s.sum)
			t2 := time.Now()
			confidence(a, s.text.Words, .9)
			t3 := time.Now()
			m.LanguageScores(&s.sum)
			t4 := time.Now()
			s.sentences(a, m, 1)
			t5 := time.Now()
			s.evidence(m)
			t6 := time.Now()
			grams += len(s.text.Grams)
			feats += len(s.sum.Features)
			toks += s.text.Tokens()
			docs++
			d[0] += t1.Sub(t0)
			d[1] += t2.Sub(t1)
			d[2] += t3.Sub(t2)
			d[3] += t4.Sub(t3)
			d[4] += t5.Sub(t4)
			d[5] += t6.Sub(t5)
		}
	}
	k := float64(b.N) * float64(n) / 2048 * 1e3
	for i, name := range []string{"read", "apply", "confidence", "lang", "sentences", "evidence"} {
		b.ReportMetric(float64(d[i].Nanoseconds())/k, name)
	}
	b.Logf("%d docs, grams %d feats %d toks %d per doc; bytes %d", len(as), grams/docs, feats/docs, toks/docs, n/len(as))
}
