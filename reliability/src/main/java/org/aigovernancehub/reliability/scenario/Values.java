package org.aigovernancehub.reliability.scenario;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aigovernancehub.hub.e2e.Api;
import org.aigovernancehub.hub.e2e.SchemaChecker;
import org.aigovernancehub.hub.e2e.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes values as a schema has them, and wrong ones. */
final class Values {
    /** What nobody's id is. */
    private static final long ABSENT = 987_654_321L;

    private static final int MOST_IDS = 200;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\u202eabc",
            "\ud83e\udd16\u0301",
            "'; drop table x; --",
            "${jndi:ldap://x}",
            "../../etc",
            "<script>1</script>",
            "%n%s",
            "\r\nX: y",
            "NaN",
            "9".repeat(40));

    private final SchemaChecker schemas;
    private final Map<String, List<Long>> ids = new ConcurrentHashMap<>();
    private final List<String> users = new CopyOnWriteArrayList<>();

    Values(SchemaChecker schemas) {
        this.schemas = schemas;
    }

    /** Learns of something that exists. */
    void know(String name, long id) {
        var known = ids.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>());
        if (known.size() < MOST_IDS) {
            known.add(id);
        }
    }

    /** Learns of somebody who can sign in with the password that all have. */
    void knowUser(String username) {
        users.add(username);
    }

    long id(String name, Random random) {
        var known = ids.getOrDefault(
                name.equals("parent_model_id")
                        ? "model_id"
                        : name.replaceFirst("^(parent|child|model)_version_id$", "version_id"),
                List.of());
        return known.isEmpty() || random.nextInt(12) == 0 ? ABSENT : known.get(random.nextInt(known.size()));
    }

    /** A value that the schema allows. */
    JsonNode valid(String name, JsonNode schema, Random random) {
        var resolved = schemas.resolved(schema);
        if (resolved.has("anyOf")) {
            var choices = resolved.path("anyOf");
            return valid(name, choices.get(random.nextInt(choices.size())), random);
        }
        if (resolved.has("enum")) {
            return resolved.path("enum")
                    .get(random.nextInt(resolved.path("enum").size()));
        }
        return switch (type(resolved, random)) {
            case "object" -> object(resolved, random);
            case "array" -> array(name, resolved, random);
            case "integer" -> Api.JSON.valueToTree(integer(name, resolved, random));
            case "number" -> Api.JSON.valueToTree(Math.round(random.nextDouble() * 1_000) / 10.0);
            case "boolean" -> Api.JSON.valueToTree(random.nextBoolean());
            case "null" -> Api.JSON.nullNode();
            default -> Api.JSON.valueToTree(text(name, resolved, random));
        };
    }

    private static String type(JsonNode schema, Random random) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.get(random.nextInt(type.size())).asString();
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, Random random) {
        var object = Api.JSON.createObjectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        for (var member : schema.path("properties").properties()) {
            if (required.contains(member.getKey()) || random.nextInt(3) == 0) {
                object.set(member.getKey(), valid(member.getKey(), member.getValue(), random));
            }
        }
        return signIn(object, random);
    }

    /** As somebody who can, half of the time, where the object is one to sign in with. */
    private ObjectNode signIn(ObjectNode object, Random random) {
        if (object.size() == 2 && object.has("username") && object.has("password") && random.nextBoolean()) {
            object.put("username", users.get(random.nextInt(users.size())));
            object.put("password", Tenant.PASSWORD);
        }
        return object;
    }

    private JsonNode array(String name, JsonNode schema, Random random) {
        var array = Api.JSON.createArrayNode();
        int many = Math.max(schema.path("minItems").asInt(0), 1 + random.nextInt(4));
        for (int i = 0; i < many; i++) {
            array.add(valid(name, schema.path("items"), random));
        }
        return array;
    }

    private long integer(String name, JsonNode schema, Random random) {
        if (name.endsWith("_id")) {
            return id(name, random);
        }
        long least = schema.path("minimum").asLong(0);
        long most = Math.min(schema.path("maximum").asLong(1_000), least + 1_000);
        return least + random.nextLong(Math.max(1, most - least));
    }

    private static String text(String name, JsonNode schema, Random random) {
        if (schema.path("format").asString("").equals("date-time")) {
            return OffsetDateTime.now(ZoneOffset.UTC)
                    .plusDays(1L + random.nextInt(300))
                    .withNano(0)
                    .toString();
        }
        if (name.equals("artifact_digest")) {
            return "sha256:" + "0123456789abcdef".repeat(4);
        }
        if (name.equals("email")) {
            return "u%d@example.org".formatted(random.nextInt(1_000_000_000));
        }
        if (name.equals("username")) {
            return "user-%d".formatted(random.nextInt(1_000_000_000));
        }
        int least = schema.path("minLength").asInt(0);
        int most = Math.min(schema.path("maxLength").asInt(60), 300);
        int length = random.nextInt(10) == 0 ? most : Math.clamp(8 + random.nextInt(12), least, most);
        var text = new StringBuilder(Long.toString(random.nextLong(Long.MAX_VALUE), 36));
        while (text.length() < length) {
            text.append("abc \u00e9\u4e2d".charAt(random.nextInt(6)));
        }
        text.setLength(length);
        return text.toString().strip().isEmpty() ? "x".repeat(Math.max(1, least)) : text.toString();
    }

    /** A body that may be wrong in one or two places, as text, since some wrong ones are no JSON. */
    String mangled(JsonNode body, Random random) {
        switch (random.nextInt(14)) {
            case 0 -> {
                var text = body.toString();
                return text.substring(0, random.nextInt(text.length() + 1));
            }
            case 1 -> {
                return body.toString().replaceFirst("\\{", "{\"name\":\"a\",\"name\":\"b\",");
            }
            case 2 -> {
                return "[".repeat(1 + random.nextInt(3_000));
            }
            case 3 -> {
                return "\ufeff" + body;
            }
            case 4 -> {
                return List.of("null", "[]", "{}", "1", "\"x\"", "true", "", "NaN", "{\"a\":1e400}")
                        .get(random.nextInt(9));
            }
            default -> {
                var copy = body.deepCopy();
                int many = 1 + random.nextInt(2);
                for (int i = 0; i < many; i++) {
                    mangle(copy, random);
                }
                return copy.toString();
            }
        }
    }

    /** The fields of a form as it is sent. */
    static String form(JsonNode fields) {
        var texts = new LinkedHashMap<String, String>();
        fields.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        return Api.form(texts);
    }

    /** A form that may be wrong, in its fields or in how it is written. */
    String mangledForm(JsonNode fields, Random random) {
        var form = form(fields);
        return switch (random.nextInt(8)) {
            case 0 -> form.substring(0, random.nextInt(form.length() + 1));
            case 1 -> form + "&" + form;
            case 2 -> form + "&unheard_of=1";
            case 3 -> form.replace("=", "=%");
            case 4 -> form.replaceFirst("=", "=%00%ff%c3");
            case 5 -> fields.toString();
            case 6 -> "=&&=;";
            default -> {
                var copy = (ObjectNode) fields.deepCopy();
                var all = new ArrayList<>(copy.propertyNames());
                copy.put(all.get(random.nextInt(all.size())), oddText(random));
                yield form(copy);
            }
        };
    }

    private void mangle(JsonNode body, Random random) {
        var object = body.isArray() && !body.isEmpty() ? body.get(random.nextInt(body.size())) : body;
        if (!(object instanceof ObjectNode members) || members.isEmpty()) {
            return;
        }
        var names = new ArrayList<>(members.propertyNames());
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(9)) {
            case 0 -> members.remove(name);
            case 1 -> members.putNull(name);
            case 2 -> members.put(name, random.nextLong());
            case 3 -> members.put(name, random.nextBoolean());
            case 4 -> members.put(name, "x".repeat(1 + random.nextInt(3_000)));
            case 5 -> members.set(name, Api.JSON.createArrayNode().add(1));
            case 6 -> members.put("unheard_of", "x");
            case 7 -> members.put(name, random.nextBoolean() ? 1e308 : -0.5);
            default -> members.put(name, TEXTS.get(random.nextInt(TEXTS.size())));
        }
    }

    String oddText(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
