using Saima.Kernel.Refusals;
using Scriban.Runtime;

namespace Saima.Modules.Races.Circulars;

/// <summary>A field a template can name, with what it means; the editor lists exactly what there is.</summary>
/// <param name="Items">Fields of each entry, where the field is a list.</param>
public sealed record TemplateField(string Name, Phrase Meaning, Func<object, object?> Read, IReadOnlyList<TemplateField>? Items = null)
{
    public static TemplateField Of<T>(string name, string zh, string en, Func<T, object?> read) => new(name, new(zh, en), from => read((T)from));

    public static TemplateField ListOf<T>(string name, string zh, string en, Func<T, IEnumerable<object>> read, IReadOnlyList<TemplateField> items) => new(name, new(zh, en), from => read((T)from), items);

    /// <summary>The values of an object under the names of its fields.</summary>
    public static ScriptObject Fill(IReadOnlyList<TemplateField> fields, object from)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var filled = new ScriptObject();
        foreach (var field in fields)
        {
            var value = field.Read(from);
            filled[field.Name] = field.Items is { } items ? new ScriptArray(((IEnumerable<object>)value!).Select(one => Fill(items, one))) : value ?? PaperText.None;
        }

        return filled;
    }
}
