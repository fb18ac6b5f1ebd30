package article

// calendar are the words of the calendar.
const calendar = `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
	mondays tuesdays wednesdays thursdays fridays saturdays sundays christmas easter ramadan thanksgiving halloween`

// feasts are words before a weekday that make a name of it.
const feasts = "black good super bloody ash palm cyber maundy shrove holy"

// offices are offices, ranks and forms of address.
const offices = `mr mrs ms miss mx dr sir madam madame lord lady dame baron baroness prof professor rev reverend
	mr. mrs. ms. dr. prof. rev. hon. gen. lt. col. maj. capt. cmdr. adm. sgt. cpl. pvt. sen. rep. gov. pres. amb. supt. det. insp. fr. messrs. sens. reps.
	det insp supt sgt cpl lt col gen capt maj cmdr dci cllr councillors
	president presidents vice-president vice prime minister ministers premier chancellor secretary senator senators representative
	congressman congresswoman governor governors mayor deputy king queen prince princess duke duchess earl emperor empress pope cardinal
	archbishop bishop imam ayatollah rabbi sheikh sultan emir judge justice general colonel major captain lieutenant sergeant corporal
	private admiral commander commodore marshal constable inspector detective superintendent sheriff officer chief executive
	chairman chairwoman chair director coach manager ambassador commissioner attorney councillor councilman councilwoman
	speaker spokesman spokeswoman mp mps mep meps ceo cfo coo cto professor-emeritus brother sister father mother uncle aunt aunts grandma grandpa saint
	former ex-president ex-minister jr. sr. don doña monsieur mme mlle herr frau señor signor tsar czar
	treasurer advocate solicitor interim acting`

// surnames are offices that are common family names too.
const surnames = "king judge bishop pope major prince duke earl knight dean marshal queen justice constable sheriff"

// noNames are other words and initials that have capitals and name nobody.
const noNames = `tv dvd cd gdp pc it faq hiv aids dna rna gps am pm a.m. p.m. utc gmt est edt pst cest id cctv vat ipo pr hr ok suv atm
	lgbt lgbtq covid covid-19 ebola internet web mrs ph.d. phd mba ba bsc msc md e.g. i.e. vs. etc. no. nos. u-turn t-shirt x-ray x-rays e-mail email wifi wi-fi
	bc ad bce ce ai ngo ngos asap diy vip vips usb pdf sms url html sars hd mph km kg usd eur gbp god o oh english-language
	fig. vol. ch. sec. art. approx. inc. ltd. corp. co.`

// nationalities are nationalities, languages, religions and parties, which are
// no names by themselves.
const nationalities = `american americans british briton britons french german germans italian italians spanish spaniard spaniards
	portuguese russian russians soviet soviets ukrainian ukrainians polish pole poles chinese japanese korean koreans indian indians pakistani pakistanis
	afghan afghans iranian iranians iraqi iraqis israeli israelis palestinian palestinians syrian syrians lebanese jordanian jordanians
	saudi saudis egyptian egyptians libyan libyans tunisian tunisians algerian algerians moroccan moroccans turkish turk turks kurdish kurd kurds
	greek greeks cypriot cypriots bulgarian bulgarians romanian romanians hungarian hungarians czech czechs slovak slovaks slovenian slovenians
	croatian croatians croat croats serbian serbians serb serbs bosnian bosnians albanian albanians macedonian macedonians kosovan
	austrian austrians swiss belgian belgians dutch danish dane danes swedish swede swedes norwegian norwegians finnish finn finns icelandic
	irish scottish scot scots welsh english european europeans african africans asian asians australian australians canadian canadians
	mexican mexicans brazilian brazilians argentine argentinian argentines chilean chileans colombian colombians venezuelan venezuelans
	cuban cubans peruvian peruvians bolivian bolivians ecuadorian haitian haitians jamaican jamaicans nigerian nigerians kenyan kenyans ethiopian
	ethiopians somali somalis sudanese ugandan ugandans ghanaian ghanaians rwandan rwandans congolese zimbabwean zimbabweans malian
	south-african vietnamese thai thais filipino filipinos indonesian indonesians malaysian malaysians singaporean taiwanese burmese cambodian
	bangladeshi bangladeshis nepalese tibetan tibetans kazakh uzbek georgian georgians armenian armenians azerbaijani azeri chechen chechens
	belarusian belarusians estonian estonians latvian latvians lithuanian lithuanians moldovan tatar arab arabs arabic arabian persian hebrew latin
	muslim muslims islamic islamist islamists christian christians catholic catholics protestant protestants jewish jew jews orthodox hindu hindus
	buddhist buddhists sikh sikhs sunni sunnis shiite shiites shia anglican mormon mormons methodist baptist
	republican republicans democrat democrats democratic conservative conservatives tory tories labour liberal liberals communist communists
	socialist socialists nazi nazis marxist leninist stalinist western eastern northern southern westerners hispanic latino latinos latina caucasian
	mediterranean atlantic pacific scandinavian balkan nordic baltic slavic caribbean alpine antarctic arctic olympic olympics victorian
	californian texan londoner parisian new-yorker anglo-saxon native congressional`

// particles are small words inside names.
const particles = "de del della di da das do dos du des van von der den ter ten bin bint ibn al el la le las los of for the y e zu af av ul ur"

// prefixes are particles that may begin a name although small.
const prefixes = "bin bint ibn von van der den de al el zu"

// bodies are heads of the names of institutions, which "of" and "for" go on
// with and nationalities may begin.
const bodies = `bank university house ministry department church court board bureau institute school college museum council
	academy society association federation union league order library commission committee agency office organisation organization
	centre center party army navy parliament assembly senate congress airways airlines open cup embassy police guard guards force forces
	front movement brotherhood state alliance coalition group foundation fund corporation company institute trust service services republic
	kingdom empire revolution war press agency network broadcasting club championship championships games grand prix masters
	conference communion authority administration treasury embassy petroleum telecom museum opera ballet theatre theater
	orchestra philharmonic hospital chamber confederation congress legion cross crescent campaign exchange reserve times post`

// places are heads of other names with "of": the Gulf of Mexico, the Duke of
// York (an office keeps out of the name).
const places = `gulf isle isles bay cape strait straits sea city republic states state kingdom district province county islands island
	coast mount lake river port tower statue bridge battle bill declaration treaty knights sons daughters horn ivory rock lord lords hall
	tale tales game freedom lord temple isle valley vale forest garden palace book men day act arc`

// openers are ordinary words that often begin a sentence before a capital or a
// verb of saying, beside the starters.
const openers = `president government security research work money evidence information business education management traffic water nature life
	time love parliament workers man woman men women people children students teachers doctors scientists researchers residents voters
	witnesses protesters campaigners prosecutors lawyers investigators firefighters authorities sources reports state federal local national
	international public private political economic military social human new old young big small good bad great little long short high low
	dear thank thanks please welcome hello hi yes yeah sure well right okay photo photos video image picture source read watch listen see
	click subscribe follow share copyright getting given according asked speaking born based founded named known former ex
	north south east west central northern southern eastern western left right next first second third fourth fifth finally
	additionally furthermore similarly nonetheless otherwise hence besides apart across above below behind beyond inside outside near off
	onto up down around against along amid including regarding concerning considering following using making taking giving being having
	half hundreds thousands millions dozens part whole much few fewer less least anything everything something none
	ask tell look think imagine remember consider take make give go come get put keep show help want need try use find know
	fans players team teams club clubs game games match goalkeeper striker midfielder defender manager coach host hosts champion champions
	mom mum dad mother father brother sister son daughter wife husband friends family families neighbors neighbours parents
	shares stocks oil gold gas prices sales profits bank banks companies firm firms investors markets trade
	critics supporters opponents rivals leaders members staff troops soldiers rebels militants gunmen attackers hackers migrants refugees
	court judges judge jury counsel company spokesman spokesperson spokeswoman host actor actress singer writer author director
	winner winners world global democracy war peace church god heaven hell art music film movie books history science technology
	breaking live update updated exclusive analysis opinion comment editorial correction related advertisement
	i'm i've i'll i'd you're you've you'll you'd we're we've we'll we'd they're they've they'll they'd it'll he'd she'd he'll she'll
	nobody somebody anybody congress's whatever whoever whenever wherever whether ironically sadly sometimes`

// nouns are verbs of saying that follow an ordinary noun at the beginning of a
// sentence as nouns.
const nouns = "claims demands notes reports posts calls reading report hopes promises remarks comments thought asks replies cries stresses complaints"

// romans are the numbers of kings and popes.
const romans = "ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi"
