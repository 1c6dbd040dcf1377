using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Saima.Modules.Races.RuleSets;

/// <summary>A JSON value that knows where in its file it stands, so that a person can be sent to the very character.</summary>
internal sealed class LocatedJson
{
    public const int LargestFile = 4 * 1024 * 1024;

    private static readonly string Bom = "\uFEFF";

    private readonly List<LocatedJson> items = [];
    private readonly Dictionary<string, LocatedJson> members = new(StringComparer.Ordinal);

    private readonly LocatedJson? owner;
    private readonly string step;

    private LocatedJson(JsonValueKind kind, LocatedJson? owner, string step, (long Line, long Column) place, string text) =>
        (Kind, this.owner, this.step, (Line, Column), Text) = (kind, owner, step, place, text);

    public JsonValueKind Kind { get; }

    /// <summary>JSON path, e.g. <c>$.flagRows[2].when</c>.</summary>
    public string Path => owner is null ? step : owner.Path + step;

    /// <summary>Line from 1.</summary>
    public long Line { get; }

    /// <summary>Character in the line from 1.</summary>
    public long Column { get; }

    /// <summary>The text of a string, the digits of a number, else what the file shows.</summary>
    public string Text { get; }

    public IReadOnlyList<LocatedJson> Items => items;

    public IReadOnlyDictionary<string, LocatedJson> Members => members;

    /// <summary>The names of the members with their own places, in the order of the file.</summary>
    public List<LocatedJson> Names { get; } = [];

    /// <summary>Reads the whole file; what is not JSON is reported and gives no value.</summary>
    public static LocatedJson? Read(ReadOnlySpan<byte> bytes, RuleSetProblems problems)
    {
        if (bytes.Length > LargestFile)
        {
            problems.Add(1, 1, "$", null, "RULES_TOO_LARGE", new("文件超过 4 MiB", "The file is larger than 4 MiB"), new("规则集只需几十 KB，请检查文件", "A rule set needs some tens of kilobytes; check the file"));
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            problems.Add(1, 1, "$", null, "RULES_NOT_UTF8", new("文件不是 UTF-8 编码", "The file is not UTF-8"), new("请另存为 UTF-8", "Save it as UTF-8"));
            return null;
        }

        var bom = Encoding.UTF8.GetBytes(Bom);
        var body = bytes.StartsWith(bom) ? bytes[bom.Length..] : bytes;
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 128 });
            var cursor = new Cursor(body, problems);
            reader.Read();
            var root = cursor.Value(ref reader, null, "$");
            // Whatever follows the value makes the reader refuse it.
            reader.Read();
            return root;
        }
        catch (JsonException broken)
        {
            var (line, column) = ((broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1);
            problems.Add(line, column, broken.Path ?? "$", null, "RULES_NOT_JSON", new("不是有效的 JSON", "This is not valid JSON"), new("请检查括号、逗号、引号和嵌套层数", "Check brackets, commas, quotes and the depth of nesting"));
            return null;
        }
        catch (InvalidOperationException)
        {
            problems.Add(1, 1, "$", null, "RULES_NOT_JSON", new("文本中有无效的转义字符", "A text holds an invalid escape"), new("请检查 \\u 转义", "Check the \\u escapes"));
            return null;
        }
    }

    private ref struct Cursor(ReadOnlySpan<byte> body, RuleSetProblems problems)
    {
        private readonly ReadOnlySpan<byte> body = body;
        private readonly RuleSetProblems problems = problems;
        private int at;
        private long line = 1;
        private long column = 1;

        public LocatedJson Value(ref Utf8JsonReader reader, LocatedJson? owner, string step)
        {
            var kind = Kind(reader.TokenType);
            var place = Place((int)reader.TokenStartIndex);
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
            var value = new LocatedJson(kind, owner, step, place, text);
            if (kind == JsonValueKind.Array)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    value.items.Add(Value(ref reader, value, $"[{value.items.Count}]"));
            }
            else if (kind == JsonValueKind.Object)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                    Member(ref reader, value);
            }

            return value;
        }

        private void Member(ref Utf8JsonReader reader, LocatedJson owner)
        {
            var name = reader.GetString()!;
            var step = "." + (name.Length > 40 ? name[..40] : name);
            var place = new LocatedJson(JsonValueKind.String, owner, step, Place((int)reader.TokenStartIndex), name);
            reader.Read();
            var value = Value(ref reader, owner, step);
            if (owner.members.TryAdd(name, value))
                owner.Names.Add(place);
            else
                problems.Add(place, "RULES_DUPLICATE_NAME", new("同一对象中名称重复", "The name occurs twice in one object"), new("请保留一个", "Keep one of them"));
        }

        private (long Line, long Column) Place(int offset)
        {
            for (; at < offset; at++)
            {
                if (body[at] == (byte)'\n')
                    (line, column) = (line + 1, 1);
                else if ((body[at] & 0xC0) != 0x80)
                    column++;
            }

            return (line, column);
        }

        private static JsonValueKind Kind(JsonTokenType token) => token switch
        {
            JsonTokenType.StartObject => JsonValueKind.Object,
            JsonTokenType.StartArray => JsonValueKind.Array,
            JsonTokenType.String => JsonValueKind.String,
            JsonTokenType.Number => JsonValueKind.Number,
            JsonTokenType.True => JsonValueKind.True,
            JsonTokenType.False => JsonValueKind.False,
            _ => JsonValueKind.Null,
        };
    }
}
