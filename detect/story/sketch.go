package story

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"

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
	k := sketchers.Get().(*sketcher)
	defer sketchers.Put(k)
	k.read(a)
	s.minhash, s.bands = minhashOf(k.words)
	if a.Story != "" {
		s.named = max(1, mix(hashText(hashSeed, a.Story)))
	}
	if day, ok := dayOf(a); ok {
		s.day = float32(day)
	}
	s.terms = termsOf(k.terms)
	return s
}

// A sketcher holds the hashes that a sketch is made of.
type sketcher struct {
	words []uint64 // of the words and numbers of an article, in order
	terms []uint64 // hash, rareness and count of its terms in one number each
}

var sketchers = sync.Pool{New: func() any { return &sketcher{} }}

// read takes the hashes of an article's words and terms.
func (k *sketcher) read(a *article.Article) {
	k.words, k.terms = k.words[:0], k.terms[:0]
	news := newsWords()
	// The last token, if it is a capitalised word that counts.
	var previous struct {
		hash uint64
		rare rareness
		is   bool
	}
	for i := range a.Tokens {
		t := &a.Tokens[i]
		capital := previous
		previous.is = false
		if t.Kind > article.Number {
			continue
		}
		hash, simple := hashNorm(t.Norm)
		k.words = append(k.words, hash)
		term, termHash := t.Norm, hash
		if !simple || len(term) < 2 {
			if term = termOf(*t); term == "" {
				continue
			}
			termHash = hashText(hashSeed, term)
		}
		rare, _ := news.rareness(term, termHash)
		if rare < 2 {
			continue
		}
		n := uint64(1)
		if i < headTokens {
			n = 2 // headline and lead say what the article is about
		}
		k.add(termHash, rare, n)
		if t.Kind == article.Word && t.Is(article.Capital) {
			if capital.is {
				k.add(hashText(hashText(capital.hash, " "), term), pairOf+max(rare, capital.rare), n)
			}
			previous.hash, previous.rare, previous.is = termHash, rare, true
		}
	}
}

// hashNorm is the hash of a norm; simple says that it has no marks which its term
// may lack (see termOf).
func hashNorm(norm string) (hash uint64, simple bool) {
	hash, simple = hashSeed, true
	for i := range len(norm) {
		b := norm[i]
		hash = (hash ^ uint64(b)) * hashPrime
		simple = simple && b != '\'' && b != '.' && b != ','
	}
	return hash, simple
}

// add adds a term, so that sorting brings those of one term together.
func (k *sketcher) add(hash uint64, r rareness, n uint64) {
	k.terms = append(k.terms, mix(hash)&^0xffffffff|uint64(r)<<16|n)
}

// termsOf are the terms of an article that count most, by hash.
func termsOf(found []uint64) []term {
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
