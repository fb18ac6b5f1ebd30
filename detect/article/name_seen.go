package article

// seenWords is what the article shows of the words that have a capital
// somewhere in it: a hash table, which costs less than a map here.
type seenWords struct {
	slots []int32 // indices into words, -1 for none; their number is a power of two
	words []seenWord
	rough roughSet // of the words that were not seen with a small letter yet
}

// A roughSet counts words by some bits of their hashes: one whose count is 0 is
// not in it. Nearly all words are done with after one look at these few bytes.
type roughSet [1 << roughBits]uint8

const roughBits = 10

func (r *roughSet) add(hash uint32) {
	if n := &r[hash>>(32-roughBits)]; *n < 255 {
		*n++
	}
}

func (r *roughSet) remove(hash uint32) {
	if n := &r[hash>>(32-roughBits)]; *n < 255 { // else it is not known how many there are
		*n--
	}
}

func (r *roughSet) has(hash uint32) bool { return r[hash>>(32-roughBits)] != 0 }

type seenWord struct {
	norm  string
	hash  uint32
	shown evidence
}

// reset makes room for as many words.
func (s *seenWords) reset(capitals int) {
	s.rough = roughSet{}
	size := 64
	for size < 4*capitals {
		size *= 2
	}
	if cap(s.slots) < size {
		s.slots = make([]int32, size)
	}
	s.slots, s.words = s.slots[:size], s.words[:0]
	for i := range s.slots {
		s.slots[i] = -1
	}
}

// slot is where a word is looked for first: by the top bits of its hash.
func (s *seenWords) slot(hash uint32) int { return int(uint64(hash) * uint64(len(s.slots)) >> 32) }

// find is what is known of a word, nil if it has no capital anywhere.
func (s *seenWords) find(hash uint32, norm string) *seenWord {
	for i := s.slot(hash); ; i++ {
		k := s.slots[i&(len(s.slots)-1)]
		if k < 0 {
			return nil
		}
		if w := &s.words[k]; w.hash == hash && w.norm == norm {
			return w
		}
	}
}

// add is what is known of a word with a capital.
func (s *seenWords) add(hash uint32, norm string) *seenWord {
	if w := s.find(hash, norm); w != nil {
		return w
	}
	i := s.slot(hash)
	for s.slots[i&(len(s.slots)-1)] >= 0 {
		i++
	}
	s.rough.add(hash)
	s.slots[i&(len(s.slots)-1)] = int32(len(s.words))
	s.words = append(s.words, seenWord{norm: norm, hash: hash})
	return &s.words[len(s.words)-1]
}

// ordinary notes which of the words stand somewhere with a small letter.
func (s *seenWords) ordinary(tokens []Token) {
	for i := range tokens {
		t := &tokens[i]
		if !s.rough.has(t.Hash) || t.Kind != Word || t.Is(Capital) {
			continue
		}
		if w := s.find(t.Hash, t.Norm); w != nil && w.shown&ordinary == 0 {
			w.shown |= ordinary
			s.rough.remove(t.Hash)
		}
	}
}
