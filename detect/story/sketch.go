package story

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/calque-check/calque/detect/article"
)

// A Sketch is what grouping needs to know of an article. Sketches of many
// articles go into a Grouping.
type Sketch struct {
	about
	minhash minhash
	bands   []uint32
	terms   []term // by hash
}

// about is what a sketch says beside words.
type about struct {
	named uint64  // hash of the story that the input names, 0 when it names none
	day   float32 // of publication, counted from 1970; NaN when it is not known
}

// together reports whether the input allows two articles in one story.
func (a about) together(b about) bool { return a.named == 0 || b.named == 0 || a.named == b.named }

// A term is a word, a number or a pair of capitalised words that stand
// together, which are mostly names. Terms are known by a hash: most stand in
// one article only, and keeping their letters would take more memory than all
// the rest.
type term struct {
	hash  uint32
	count uint8 // how often it occurs; in headline and lead each counts double
	rare  rareness
}

// sketchTerms is how many terms a sketch keeps at most, the rarest and most
// frequent. News stories are told apart by a few dozen words; the cap bounds
// memory and time for very long articles.
const sketchTerms = 256

// headTokens is how much of an article's beginning counts double: the headline
// and about the first paragraph.
const headTokens = 60

// SketchOf makes the sketch of an article.
func SketchOf(a *article.Article) Sketch {
	s := Sketch{about: about{day: float32(math.NaN())}}
	l := lexicons.Get().(*lexicon)
	defer l.release()
	t := l.read(a, 0)
	s.minhash, s.bands = minhashOf(shingles(t.hashes(make([]uint64, 0, len(t.words)))))
	if a.Story != "" {
		s.named = max(1, mix(hashText(hashSeed, a.Story)))
	}
	if day, ok := dayOf(a); ok {
		s.day = float32(day)
	}
	s.terms = termsOf(t)
	return s
}

func termsOf(a *text) []term {
	// hash, rareness and count in one number, so that sorting brings those of
	// one term together
	found := make([]uint64, 0, len(a.words))
	add := func(hash uint64, r rareness, n uint64) {
		found = append(found, mix(hash)&^0xffffffff|uint64(r)<<16|n)
	}
	var previous *lexeme
	for i, w := range a.words {
		t := &a.Tokens[i]
		if t.Kind > article.Number || w.term == "" || w.rare < 2 {
			previous = nil
			continue
		}
		n := uint64(1)
		if i < headTokens {
			n = 2 // headline and lead say what the article is about
		}
		add(w.termHash, w.rare, n)
		if t.Kind == article.Word && t.Is(article.Capital) {
			if previous != nil {
				add(hashText(hashText(previous.termHash, " "), w.term), pairOf+max(w.rare, previous.rare), n)
			}
			previous = w
		} else {
			previous = nil
		}
	}
	slices.Sort(found)
	terms := make([]term, 0, len(found))
	for _, f := range found {
		t := term{uint32(f >> 32), uint8(f & 3), rareness(f >> 16 & 0xff)}
		if n := len(terms); n > 0 && terms[n-1].hash == t.hash {
			last := &terms[n-1]
			last.count += min(t.count, math.MaxUint8-last.count)
			last.rare = t.rare
			continue
		}
		terms = append(terms, t)
	}
	if len(terms) > sketchTerms {
		slices.SortFunc(terms, func(a, b term) int {
			switch x, y := a.prior(), b.prior(); {
			case x > y:
				return -1
			case x < y:
				return 1
			}
			return int(int64(a.hash) - int64(b.hash))
		})
		terms = terms[:sketchTerms]
		slices.SortFunc(terms, func(a, b term) int { return int(int64(a.hash) - int64(b.hash)) })
	}
	return slices.Clip(terms)
}

// prior is the weight of a term as news at large has it.
func (t term) prior() float64 { return t.often() * rarities[t.rare] }

// rarities are the weights of rarenesses.
var rarities = func() (out [len(shares)]float64) {
	for r, share := range shares {
		out[r] = -math.Log(share)
	}
	return out
}()

// often is what the number of its occurrences adds to a term's weight.
func (t term) often() float64 { return often[t.count] }

var often = func() (o [math.MaxUint8 + 1]float64) {
	for n := 1; n < len(o); n++ {
		o[n] = 1 + math.Log(float64(n))
	}
	return o
}()

// How sketches are spooled: the minhash with its about in records of one
// size, for looking one up; the terms one after the other.

const minhashSize = aboutSize + 2*sketchBins

const aboutSize = 8 + 4

func (a about) append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint64(b, a.named)
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(a.day))
}

func readAbout(b []byte) about {
	return about{binary.LittleEndian.Uint64(b), math.Float32frombits(binary.LittleEndian.Uint32(b[8:]))}
}

func (s *Sketch) appendMinhash(b []byte) []byte {
	b = s.append(b)
	for _, v := range s.minhash {
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	return b
}

func readMinhash(b []byte) (about, minhash) {
	var m minhash
	for i := range m {
		m[i] = binary.LittleEndian.Uint16(b[aboutSize+2*i:])
	}
	return readAbout(b), m
}

const termSize = 4 + 1 + 1

func (s *Sketch) appendTerms(b []byte) []byte {
	b = s.append(b)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(s.terms)))
	for _, t := range s.terms {
		b = append(binary.LittleEndian.AppendUint32(b, t.hash), t.count, byte(t.rare))
	}
	return b
}
