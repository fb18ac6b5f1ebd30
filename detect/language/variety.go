package language

import (
	"slices"
	"strings"

	"github.com/calque-check/calque/detect/article"
)

// OuterCircle reports whether an article is set in South Asia, in English-speaking
// Africa, in Singapore or in the Philippines, whose papers are written in English
// and have a standard of their own (Kachru, "Standards, codification and
// sociolinguistic realism", 1985, calls it the outer circle): "three persons", "the
// accused was on Monday remanded", "the competent authority", "480 km" are house
// style there and no mark of translation.
//
// It knows them by their words for money, offices and places. Countries are left out,
// because the whole world reports on India. One in fifty native articles of the
// data has such a word, and one in a hundred machine translations.
func OuterCircle(a *article.Article) bool {
	return slices.ContainsFunc(a.Tokens, func(t article.Token) bool { return outerCircle.of(&t) != 0 })
}

var outerCircle = func() *wordTable {
	words := map[string]languages{}
	for w := range strings.FieldsSeq(`lakh lakhs crore crores rs ₹ kmph panchayat tehsil taluk upazila sarpanch jawan jawans naxal naxals
		punjab ghana ghanaian nigerian kenyan ugandan zambian naira cedis boda okada barangay mwananchi hdb mla mlas
		mumbai delhi chennai kolkata bengaluru hyderabad pune nashik lucknow ahmedabad jaipur bhopal patna kochi guwahati bhubaneswar srinagar
		kerala maharashtra odisha gujarat rajasthan bihar telangana karnataka assam jharkhand haryana uttarakhand
		islamabad lahore karachi peshawar rawalpindi quetta sindh balochistan dhaka chattogram colombo kathmandu
		lagos abuja enugu kano ibadan akure nairobi kisumu mombasa accra kumasi kampala freetown lusaka harare
		singapore manila`) {
		words[w] = english // any would do: a word is in the table or not
	}
	return newWordTable(words)
}()
