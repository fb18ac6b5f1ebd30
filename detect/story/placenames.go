package story

import "strings"

// Places with several English names, of which the house style, the year or
// the outlet's politics chooses. None of them departs from the others.
var placeStyles = func() map[string]int {
	m := map[string]int{}
	for n, line := range strings.Split(strings.TrimSpace(`
kiev kyiv kijew kyjiw
kharkov kharkiv
lvov lviv lwow lemberg
odessa odesa
nikolaev nikolayev mykolaiv
chernigov chernihiv
chernobyl chornobyl
dnepr dnipro dnepropetrovsk dnipropetrovsk dnieper
zaporozhye zaporizhzhia zaporizhia zaporozhzhia zaporizhzhya
lugansk luhansk
kirovograd kropyvnytskyi
vinnitsa vinnytsia
rovno rivne
zhitomir zhytomyr
ternopol ternopil
krivoy kryvyi kryvyy
rog rih
artemovsk artyomovsk bakhmut
donbas donbass
crimea krym
belarus byelorussia belorussia bielorussia
moldova moldavia
minsk miensk
brest brzesc
gomel homel homyel
grodno hrodna
vilnius vilna wilno
kirghizia kyrgyzstan kirgizstan kyrgystan
alma-ata almaty
nur-sultan astana
turkmenia turkmenistan
tataria tatarstan
bashkiria bashkortostan
kishinev chisinau
tiflis tbilisi
erevan yerevan
peking beijing
canton guangzhou
nanking nanjing
tientsin tianjin
chungking chongqing
sinkiang xinjiang
tibet xizang
kiangsu jiangsu
macao macau
taipei taibei
bombay mumbai
calcutta kolkata
madras chennai
bangalore bengaluru
poona pune
gurgaon gurugram
pondicherry puducherry
orissa odisha
rangoon yangon
burma myanmar
saigon ho-chi-minh
kampuchea cambodia
pusan busan
taegu daegu
inchon incheon
kwangju gwangju
taejon daejeon
pyongyang phyongyang pyeongyang
djakarta jakarta
ceylon lanka
cracow krakow
warsaw warszawa
danzig gdansk
breslau wroclaw
prague praha
brno brunn
pressburg bratislava
belgrade beograd
bucharest bucuresti
lisbon lisboa
seville sevilla
saragossa zaragoza
cordova cordoba
majorca mallorca
minorca menorca
catalonia catalunya
leghorn livorno
milan milano
turin torino
naples napoli
lyons lyon
marseilles marseille
rheims reims
brunswick braunschweig
hanover hannover
cologne koln koeln
munich munchen muenchen
nuremberg nurnberg nuernberg
duesseldorf dusseldorf
zurich zuerich
berne bern
basle basel
lucerne luzern
geneva geneve
ghent gent
bruges brugge
antwerp antwerpen anvers
ypres ieper
flushing vlissingen
hague haag
gothenburg goteborg
copenhagen kobenhavn
elsinore helsingor
turkey turkiye
constantinople istanbul
smyrna izmir
angora ankara
aleppo halab
homs hims
deir deyr
idlib edlib
raqqa raqqah
mosul mawsil
kirkuk karkuk
basra basrah
fallujah falluja
najaf nejaf
teheran tehran
mecca makkah
medina madinah
jeddah jidda jiddah
sanaa sana'a
hodeidah hudaydah
tripoli tarabulus
benghazi bengasi
misrata misratah misurata
sirte sirt
khartoum khartum
darfur darfour
gondar gonder
swaziland eswatini
ivory ivoire
kabul kabol
kandahar qandahar
koran quran qur'an
moslem muslim
moslems muslims
`), "\n") {
		for _, w := range strings.Fields(line) {
			m[w] = n + 1
		}
	}
	return m
}()

// houseStyle reports whether two words are names of one place between which
// house styles choose.
func houseStyle(a, b string) bool { return placeStyles[a] > 0 && placeStyles[a] == placeStyles[b] }
