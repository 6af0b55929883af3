import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { sortKey } from './sort-key'

/** As PostgreSQL compares texts under the collation "C". */
const byKey = (a: string, b: string) => Buffer.compare(Buffer.from(sortKey(a) ?? ''), Buffer.from(sortKey(b) ?? ''))

const NAMES = {
  Latin: `adam lower,Åsa Berg,Émile Zola,Łukasz Nowak,Ned Adams,Özlem Aksoy,Zoe Young,Zoë Young,Øyvind Dahl,Ossian,Ægir,Adèle,Adele,
    Æthel,Şule Kaya,Sule,Đặng Thị,Dang,Daniel,Ðorđe,Þór,Tomas,Nguyễn Văn An,Nguyen Van An,Ñandú,Nadia,O'Brien Pat,Oakley,O’Connor,
    Obrien,Anne-Marie,Anne Marie,Annemarie,Ann,Anna,İpek,Ilse,Işık,Isik,Groß,Grosz,Gross,Müller,Muller,Mueller,Žižek,Ząb,Zebra,Čapek,
    Capek,d'Artagnan,van der Berg,Van den Berg,Jean-Luc,Jean Luc,Jean,J. R. Smith,JR Smith,3 Brothers,Łódź,Lodz,Ħal,Hal,cote,coté,côte,côté`,
  Cyrillic: `Андрей,Андреа,Яна,Ёлка,Елена,Жанна,Егор,Їжак,Ігор,Иван,Игорь,Йосип,Иосиф,Єва,Ґанна,Галина,Дарья,Ђорђе,Љубица,Лариса,Њего,
    Нина,Ћирић,Тарас,Џон,Чарльз,Ұлан,Улан,Қанат,Катя,Әсел,Алия,Щука,Шура`,
  Arabic: `أحمد,احمد,إبراهيم,آدم,بدر,پرویز,تامر,ثريا,چنگیز,جمال,حسن,خالد,دانا,ذكي,رامي,زينب,ژاله,سامي,کامران,كمال,گلی,لیلا,مريم,نور,هدى,
    وليد,یاسر,ياسر,فاطمة,فاطمه,عمر`,
  Hebrew: 'אברהם,דוד,מרים,נח,יוסף,כרמל,לאה,משה,רחל,שרה,תמר,דן,דניאל,חיים,חיה,צבי,פנינה',
  Greek: 'Αλέξης,Άννα,Βασίλης,Γιώργος,Δήμητρα,Ελένη,Έλλη,Ζωή,Ήρα,Θωμάς,Ίρις,Όλγα,Ωραία,Ψάλτης,Οδυσσέας,Σοφία,Στέλιος',
  Kana: 'さくら,サクラ,かおり,がんも,カオル,ゆき,ユキ,やまだ,あきら,アキラ,きょう,きよう,はな,ばら,ぱんだ,ん',
  Hangul: '김민수,이영희,박지성,최유리,강하늘,가나다,하하,정다은',
  Han: '王伟,李娜,张伟,刘洋,陈静,杨帆,一二,丁丁',
  Thai: 'แดง,กมล,เกษม,ขาว,โอ๋,อรทัย,สมชาย,สมศรี,ไพโรจน์,พงษ์,น้ำ,นา,เอก',
  Devanagari: 'अमित,आरती,कविता,खान,गीता,प्रिया,राहुल,श्री,हिमा,इंदु,ईशा',
  Armenian: 'Արամ,Բելլա,Գագիկ,Երևան,Հայկ',
  Georgian: 'გიორგი,ანა,ნინო,ბექა,ჰამლეტ',
  Tamil: 'தமிழ்,அருண்,கமல்,ராஜா,ஆதி',
}

test.each(Object.entries(NAMES))('names in %s are sorted as Unicode’s collation sorts them', (_, list) => {
  const names = list.split(',').map((name) => name.trim())
  for (const form of ['NFC', 'NFD'])
    expect(names.map((name) => name.normalize(form)).toSorted(byKey)).toEqual(
      names.map((name) => name.normalize(form)).toSorted(new Intl.Collator('und').compare),
    )
})

test('accents and case decide only between names that are the same without them', () => {
  const names = ['Zoé b', 'Zoe c', 'ZOE a', 'Zoe', 'Zo', 'zoë']
  expect(names.toSorted(byKey)).toEqual(['Zo', 'Zoe', 'zoë', 'ZOE a', 'Zoé b', 'Zoe c'])
})

test('what has nothing to sort by has no key', () => {
  for (const name of [null, '', ' \n ', '\u200B \u200B', '\u3164']) expect(sortKey(name)).toBeNull()
  expect(sortKey('★')).not.toBeNull()
})

test('whatever the name, its key fits a cursor and a database', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 600 }), (name) => {
      const key = sortKey(name.replaceAll('\0', '')) ?? ''
      expect(key).not.toContain('\0')
      expect(key.isWellFormed()).toBe(true)
      expect(Buffer.byteLength(JSON.stringify(key))).toBeLessThan(1_300)
    }),
  )
})
