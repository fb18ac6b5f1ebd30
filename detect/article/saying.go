package article

// saying are the verbs that bring in somebody's words, in the forms that stand
// beside a quotation.
const saying = `said says say note argue insist explain warn write believe saying tells told telling asked asks asking wrote writes writing added adds adding
	claimed claims claiming explained explains explaining stated states stating declared declares announced announces
	insisted insists insisting argued argues arguing warned warns warning noted notes noting replied replies replying
	answered answers answering responded responds responding continued continues recalled recalls recalling
	remembered remembers concluded concludes confirmed confirms denied denies admitted admits admitting
	acknowledged acknowledges conceded concedes complained complains joked jokes quipped quips tweeted tweets posted posts
	shouted shouts shouting yelled yells cried cries exclaimed exclaims screamed screams whispered whispers muttered mutters
	thundered urged urges urging suggested suggests observed observes remarked remarks commented comments
	commenting testified testifies vowed vows promised promises pledged pledges predicted predicts lamented laments
	boasted boasts reiterated reiterates emphasized emphasised emphasizes stressed stresses underlined underlines
	pointed points stated opined opines mused muses reads read reported reports reporting described describes describing
	called calls calling quoted quotes recounted recounts demanded demands demanding
	countered counters retorted retorts thought thinks believes believed hoped hopes summarized summarised
	maintains maintained alleged alleges asserted asserts contended contends cautioned cautions assured assures
	revealed reveals disclosed mentioned mentions specified specifies clarified clarifies proclaimed proclaims
	interjected joked sighed laughed agreed agrees chimed chanted sang wondered wonders reminded reminds
	informed informs pressed advised advises hailed praised criticized criticised slammed blasted condemned`
