package org.collegium.credentials.templates;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.credentials.Certificate;
import org.collegium.credentials.CertificateCode;
import org.collegium.credentials.CertificateId;
import org.collegium.credentials.Evidence;
import org.collegium.partners.PartnerId;

/** Somebody who does not exist, to see how a design bears their name. */
public enum Example {
    TYPICAL("Maria Lindqvist", "A first course in machine learning"),
    LONG(
            "Maximiliane-Alexandra Freifrau von und zu Hohenstein-Wolfeschlegelsteinhausen",
            "Responsible artificial intelligence in public administration: principles, procurement and practice"),
    ARABIC("ليلى عبد الرحمن الحداد", "مقدمة في تعلم الآلة"),
    CHINESE("欧阳晓明", "机器学习入门"),
    DEVANAGARI("अदिति शर्मा श्रीवास्तव", "मशीन लर्निंग का परिचय"),
    HEBREW("מירב בן־דוד", "מבוא ללמידת מכונה"),
    KOREAN("김민수", "기계 학습 입문"),
    THAI("สมชาย ใจดี", "การเรียนรู้ของเครื่องเบื้องต้น"),
    ACCENTS("Nguye\u0302\u0303n Thi\u0323 Ánh Tuye\u0302\u0301t", "Úvod do strojového učení");

    private static final UUID NOBODY = new UUID(0, 0);

    private final String person;
    private final String course;

    Example(String person, String course) {
        this.person = person;
        this.course = course;
    }

    /** What they would have been issued today; its code leads to no certificate. */
    Certificate certificate(PartnerId partner, String name, String colour, String language, Instant now) {
        return new Certificate(
                new CertificateId(NOBODY),
                new CertificateCode("0000EXAMP1E0"),
                null,
                person,
                new CourseRunId(NOBODY),
                new CourseId(NOBODY),
                course,
                1,
                partner,
                name,
                colour,
                language,
                new Evidence(
                        14,
                        3,
                        0.86,
                        12.5,
                        List.of("Train a classifier", "Judge a model's errors", "Explain bias and variance"),
                        List.of()),
                now.truncatedTo(ChronoUnit.DAYS),
                null,
                null);
    }
}
