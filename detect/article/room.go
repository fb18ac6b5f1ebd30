package article

import "sync"

// A room is what reading an article needs and the article does not keep, used
// again for the next one.
type room struct {
	extract extract
	members jsonObject
	hints   []hint
	text    []byte
	runs    []run

	lines  []line
	blocks []block
	pieces []Piece
	parts  []Part
	key    key
}

var rooms = sync.Pool{New: func() any { return &room{key: key{buf: make([]byte, 0, 128)}} }}

// How much of a room is kept.
const (
	maxRoomBlocks = 1 << 10
	maxRoomText   = 1 << 18
)

// release ends the use of a room, when nothing points into it any more. What it
// points to itself is let go.
func (r *room) release() {
	if r == nil || cap(r.blocks) > maxRoomBlocks || cap(r.pieces) > 4*maxRoomBlocks || cap(r.hints) > maxRoomBlocks || cap(r.text) > maxRoomText || cap(r.runs) > maxRoomText/16 {
		return
	}
	r.extract = extract{}
	clear(r.members)
	clear(r.blocks)
	clear(r.pieces)
	clear(r.parts)
	rooms.Put(r)
}
