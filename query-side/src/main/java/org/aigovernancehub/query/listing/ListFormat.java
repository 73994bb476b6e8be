package org.aigovernancehub.query.listing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a list is written, element by element. */
abstract sealed class ListFormat {
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private final String contentType;

    private ListFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    abstract void begin(Writer out) throws IOException;

    abstract void element(Object element, Writer out) throws IOException;

    abstract void end(Writer out) throws IOException;

    static ListFormat of(String mediaType, JsonMapper mapper, List<String> columns) {
        return switch (mediaType) {
            case CSV -> new Csv(mapper, columns);
            case NDJSON -> new Lines(mapper);
            default -> new Array(mapper);
        };
    }

    /** One JSON array. */
    private static final class Array extends ListFormat {
        private final JsonMapper mapper;
        private boolean first = true;

        Array(JsonMapper mapper) {
            super(JSON);
            this.mapper = mapper;
        }

        @Override
        void begin(Writer out) throws IOException {
            out.write('[');
        }

        @Override
        void element(Object element, Writer out) throws IOException {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.write(mapper.writeValueAsString(element));
        }

        @Override
        void end(Writer out) throws IOException {
            out.write(']');
        }
    }

    /** A JSON object a line. */
    private static final class Lines extends ListFormat {
        private final JsonMapper mapper;

        Lines(JsonMapper mapper) {
            super(NDJSON);
            this.mapper = mapper;
        }

        @Override
        void begin(Writer out) {}

        @Override
        void element(Object element, Writer out) throws IOException {
            out.write(mapper.writeValueAsString(element));
            out.write('\n');
        }

        @Override
        void end(Writer out) {}
    }

    /** RFC 4180, with a header. Objects are written as JSON; texts that a spreadsheet would take for a formula get a quote in front. */
    private static final class Csv extends ListFormat {
        private static final String FORMULA_STARTS = "=+-@\t\r";

        private final JsonMapper mapper;
        private final List<String> columns;

        Csv(JsonMapper mapper, List<String> columns) {
            super(CSV + ";charset=UTF-8");
            this.mapper = mapper;
            this.columns = columns;
        }

        @Override
        void begin(Writer out) throws IOException {
            printer(out).printRecord(columns);
        }

        @Override
        void element(Object element, Writer out) throws IOException {
            var node = mapper.valueToTree(element);
            printer(out).printRecord(columns.stream().map(column -> cell(node.get(column))));
        }

        @Override
        void end(Writer out) {}

        private static CSVPrinter printer(Writer out) {
            try {
                return new CSVPrinter(out, CSVFormat.RFC4180);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String cell(@org.jspecify.annotations.Nullable JsonNode value) {
            if (value == null || value.isNull()) {
                return "";
            }
            if (!value.isString()) {
                return value.isContainer() ? value.toString() : value.asString();
            }
            var text = value.stringValue();
            return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }
    }
}
