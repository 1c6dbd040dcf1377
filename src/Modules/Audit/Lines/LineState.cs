using System.Text.Json;

namespace Saima.Modules.Audit.Lines;

/// <summary>One item of what was there before and after.</summary>
public sealed record StateItem(string Name, string? Before, string? After)
{
    public bool Changed => Before != After;
}

/// <summary>The state before and after as items side by side. What is no JSON is one item.</summary>
public static class LineState
{
    public static IReadOnlyList<StateItem> Of(string? before, string? after)
    {
        var (was, isNow) = (Items(before), Items(after));
        return [.. was.Keys.Union(isNow.Keys).Select(name => new StateItem(name, was.GetValueOrDefault(name), isNow.GetValueOrDefault(name)))];
    }

    private static Dictionary<string, string> Items(string? text)
    {
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(text))
        {
            return items;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            Add(items, "", document.RootElement);
        }
        catch (JsonException)
        {
            items[""] = text;
        }

        return items;
    }

    private static void Add(Dictionary<string, string> items, string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.EnumerateObject().Any():
                foreach (var one in element.EnumerateObject())
                {
                    Add(items, path.Length == 0 ? one.Name : $"{path}.{one.Name}", one.Value);
                }

                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                var at = 0;
                foreach (var one in element.EnumerateArray())
                {
                    Add(items, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{++at}]"), one);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                items[path] = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
                break;
        }
    }
}
