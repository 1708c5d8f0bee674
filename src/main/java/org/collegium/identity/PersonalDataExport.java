package org.collegium.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/**
 * What a module keeps about a person, for the person to read; each module that stores such rows contributes a bean. It
 * also declares the tables, so that none is forgotten: whoever declares one removes or anonymises its rows on
 * {@link AccountErased}.
 */
public interface PersonalDataExport {

    /** The name of this part, a key in the exported JSON such as {@code enrolments}. */
    String name();

    /** The tables with a column that refers to a person. */
    Set<String> tables();

    /** The data as records, maps, lists, strings, numbers and times that turn into JSON. */
    Object dataOf(AccountId account);

    /** Files that belong to the data; they go out beside it. */
    default List<PersonalFile> filesOf(AccountId account) {
        return List.of();
    }

    /** @param path unique among all files, with {@code /} between folders */
    record PersonalFile(String path, Content content) {}

    /** What is in a file. */
    interface Content {

        void writeTo(OutputStream target) throws IOException;
    }
}
