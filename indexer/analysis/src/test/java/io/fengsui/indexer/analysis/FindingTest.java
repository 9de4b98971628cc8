package io.fengsui.indexer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {
  @ParameterizedTest(name = "{0} is found by {1}")
  @CsvSource(delimiter = '|', textBlock = """
        G/TBT/N/EU/1100                      | G/TBT/N/EU/1100
        G/TBT/N/EU/1100/Add.1                | G/TBT/N/EU/1100
        G/TBT/N/EU/1100/Add.1                | g/tbt/n/eu/1100/add.1
        G/TBT/N/EU/1100                      | TBT/N/EU/1100
        G/TBT/N/EU/1100                      | eu/1100
        G/TBT/N/EU/1100                      | 1100
        found E. coli in milk                | E. coli
        found E. coli in milk                | e coli
        found Escherichia coli in milk       | coli
        E. coli O157:H7 in beef              | O157:H7
        E. coli O157:H7 in beef              | o157
        E. coli O157:H7 in beef              | E. coli O157
        batteries, UN3481, packed            | UN3481
        batteries, UN3481, packed            | UN 3481
        batteries, UN 3481, packed           | UN3481
        batteries, UN3481, packed            | 3481
        alert SR/01888/26 of today           | SR/01888/26
        alert SR/01888/26 of today           | 01888/26
        alert A12/1188/13                    | A12/1188/13
        alert A12/1188/13                    | 1188/13
        alert A12/1188/13                    | A12
        recall 24-159                        | 24-159
        recall 24-159                        | 159
        TV NS-AF34D2 black                   | NS-AF34D2
        TV NS-AF34D2 black                   | ns-af34d2
        TV NS-AF34D2 black                   | AF34D2
        power bank PB-20K                    | PB-20K
        power bank PB-20K                    | PB20K
        power bank PB-20K                    | 20K
        Regulation (EU) 2017/1431            | 2017/1431
        Regulation (EU) 2017/1431            | 1431
        HS 8507.60.00                        | 8507.60
        HS 8507.60.00                        | 8507
        GTIN 04006381333931.                 | 04006381333931
        lead above 0.1 %                     | 0.1
        lead above 0.1 %                     | 0.1%
        lead above 0,1%                      | 0.1 %
        about 1,100 units                    | 1100
        about 1.100 Stück                    | 1,100
        about 1100 units                     | 1,100
        about 1,234,567 units                | 1234567
        an e-bike burnt                      | e-bike
        an e-bike burnt                      | ebike
        an ebike burnt                       | e-bike
        an e bike burnt                      | e-bike
        two e‑bikes burnt                    | e-bike
        two eBikes burnt                     | e-bike
        an e-bike burnt                      | an e-bike burnt
      an ebike burnt                       | an e-bike burnt
      an e-bike burnt                      | ebike burnt
      about 1,100 units                    | 1100 units
      a power-bank                         | powerbank
        a powerbank                          | power-bank
        lithium-ion batteries                | lithium ion battery
        lithium-ion batteries                | lithium-ion battery
        U.S. recall                          | US
        US recall                            | U.S.
        children's toys                      | children
        children’s toys                      | "children's toy"
        O'Brien Ltd                          | obrien
        Batteries                            | battery
        battery                              | batteries
        die Batterien                        | Batterie
        les batteries                        | batterie
        Puppen                               | Puppe
        Spielzeuge                           | Spielzeug
        les jouets                           | jouet
        los juguetes                         | juguete
        motores                              | motor
        boxes                                | box
        toothbrushes                         | toothbrush
        potatoes                             | potato
        glasses                              | glass
        cases                                | case
        Straße                               | STRASSE
        Łódź                                 | lodz
        Rødgrød                              | rodgrod
        Ménagère                             | menagere
        Me\\u0301nage\\u0300re                 | ménagère
        İstanbul IŞIK                        | istanbul
        İstanbul IŞIK                        | ışık
        ＡＢＣ１２３                             | abc123
        ﬁre                                  | fire
        игрушки опасны                       | игрушка
        ёлка                                 | елка
        παιχνίδια                            | ΠΑΙΧΝΊΔΙΑ
        παιχνίδια                            | παιχνίδι
        الألعاب خطرة                         | العاب
        مُحَمَّد                             | محمد
        ٢٠٢٤                                 | 2024
        锂离子电池                               | 电池
        锂离子电池                               | 离子
        锂离子电池                               | 锂离子电池
        锂离子电池存在起火风险                         | 起火
        中华人民共和国                             | 人民
        中华人民共和国                             | 共和国
        中华人民共和国                             | 华人
        鋰離子電池                               | 锂离子电池
        锂离子电池                               | 鋰離子電池
        欧盟召回LG锂电池3款                         | LG锂电池3款
        欧盟召回LG锂电池3款                         | 锂电池3
        A型流感                                | A型
        リチウム電池のリコール                         | リコール
        リチウム電池のリコール                         | 電池
        リチウム電池のリコール                         | リチウム電池
        ﾊﾞｯﾃﾘｰ                                | バッテリー
        は\\u3099っく                           | ばっく
        배터리를 회수                             | 배터리
        리튬배터리 화재                            | 배터리
        배터리를 회수                             | 배터리를 회수
        배터리를 회수                             | 배터리를
        책을 회수                               | 책을
        \\u1107\\u1162\\u1110\\u1165\\u1105\\u1175 | 배터리
        แบตเตอรี่ลิเธียม                         | แบตเตอรี่
        bat\\u200Bte\\u00ADry                  | battery
        🔥fire🔥                             | fire
        toy שלום עולם toy                    | עולם
        250ml bottle                         | 250 ml
        5 µg/kg                              | 5 μg/kg
        m²                                   | m2
        [x] "quoted" text                    | quoted text
        https://www.example.org/a_b?c=d      | example.org
        """)
  void aPhraseFindsTheWholeAndItsParts(String text, String query) throws Exception {
    assertThat(Finding.phrase(unescaped(text), unescaped(query))).isTrue();
  }

  @ParameterizedTest(name = "{0} is not found by {1}")
  @CsvSource(delimiter = '|', textBlock = """
      G/TBT/N/EU/1100      | G/TBT/N/EU/110
      G/TBT/N/EU/1100      | G/SPS/N/EU/1100
      lead above 0.1 %     | 0.11
      lead above 0.1 %     | 1%5
      AFS 34               | AF 34
      the bus              | busy
      plane                | plan
      paste                | past
      tube                 | tub
      锂离子电池               | 电离
      锂离子电池               | 锂电池
      배터리                  | 배리
      chargers             | charge
      about 0.125 mg       | 0125
      """)
  void otherTextsAreNotFound(String text, String query) throws Exception {
    assertThat(Finding.phrase(text, query)).isFalse();
  }

  @ParameterizedTest(name = "{0} is found by the words {1}")
  @CsvSource(delimiter = '|', textBlock = """
      锂离子电池存在起火风险  | 锂电池
      欧盟对玩具发出召回     | 玩具召回
      欧盟对玩具发出召回     | 玩具的召回
      欧盟对玩具发出召回     | 玩具 召回
      E. coli in cheese | cheese coli
      Toys, (lead)      | lead,toys
      배터리 회수         | 회수 배터리
      """)
  void wordsAreFoundInAnyOrder(String text, String query) throws Exception {
    assertThat(Finding.words(text, query)).isTrue();
  }

  private static String unescaped(String text) {
    return unicode(text);
  }

  private static String unicode(String text) {
    return java.util.regex.Pattern.compile("\\\\u([0-9A-F]{4})").matcher(text)
        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
  }
}
