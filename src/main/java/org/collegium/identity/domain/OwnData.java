package org.collegium.identity.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collegium.identity.AccountId;
import org.collegium.identity.PersonalDataExport;
import org.collegium.identity.PersonalDataExport.PersonalFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that modules keep about a person, gathered for them. */
@Service
public class OwnData {

    private final List<PersonalDataExport> parts;
    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    OwnData(ObjectProvider<PersonalDataExport> parts) {
        this.parts = parts.stream()
                .sorted(Comparator.comparing(PersonalDataExport::name))
                .toList();
    }

    /** One JSON object in UTF-8 with a key for each part. */
    @PreAuthorize("@access.is(#account)")
    @Transactional(readOnly = true)
    public byte[] export(AccountId account) {
        Map<String, Object> all = new LinkedHashMap<>();
        parts.forEach(part -> all.put(part.name(), part.dataOf(account)));
        return json.writeValueAsBytes(all);
    }

    /** The files that belong to it; none for most people. */
    @PreAuthorize("@access.is(#account)")
    @Transactional(readOnly = true)
    public List<PersonalFile> files(AccountId account) {
        return parts.stream().flatMap(part -> part.filesOf(account).stream()).toList();
    }
}
