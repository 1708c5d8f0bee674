package org.collegium.credentials.signed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class BakedPictureTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Machine learning",
                "Машинное обучение",
                "تعلم الآلة",
                "למידת מכונה",
                "मशीन लर्निंग",
                "মেশিন লার্নিং",
                "இயந்திரக் கற்றல்",
                "యంత్ర అభ్యాసం",
                "การเรียนรู้ของเครื่อง",
                "მანქანური სწავლება",
                "Մեքենայական ուսուցում",
                "የማሽን ትምህርት",
                "기계 학습",
                "机器学习"
            })
    void aTitleHasAFontWithAllItsLetters(String title) {
        assertThat(BakedPicture.font(title, 20).canDisplayUpTo(title)).isEqualTo(-1);
    }
}
