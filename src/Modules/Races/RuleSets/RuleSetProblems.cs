using System.Globalization;
using Saima.Kernel.Refusals;

namespace Saima.Modules.Races.RuleSets;

/// <summary>Gathers everything that is wrong with a rule-set file.</summary>
internal sealed class RuleSetProblems(string file)
{
    private const int Most = 200;

    private readonly List<Problem> found = [];

    public IReadOnlyList<Problem> Found => [.. found.OrderBy(problem => problem.Row).ThenBy(problem => long.Parse(problem.Column!, CultureInfo.InvariantCulture))];

    public void Add(LocatedJson at, string code, Phrase message, Phrase remedy) =>
        Add(at.Line, at.Column, at.Path, Shown(at), code, message, remedy);

    public void Add(long line, long column, string path, string? value, string code, Phrase message, Phrase remedy)
    {
        if (found.Count >= Most)
            return;
        var where = path.Length > 120 ? path[..117] + "..." : path;
        found.Add(new Problem(
            Severity.Error, code, file, null, line, column.ToString(CultureInfo.InvariantCulture), value,
            new Phrase(
                string.Create(CultureInfo.InvariantCulture, $"第 {line} 行第 {column} 列（{where}）：{message.Zh}"),
                string.Create(CultureInfo.InvariantCulture, $"Line {line}, column {column} ({where}): {message.En}")),
            remedy));
    }

    /// <summary>A value of the wrong kind.</summary>
    public void WrongKind(LocatedJson at, string zh, string en) =>
        Add(at, "RULES_WRONG_KIND", new($"这里应为{zh}", $"{en} is expected here"), new($"请改为{zh}", $"Write {en} instead"));

    private static string? Shown(LocatedJson at)
    {
        var text = at.Kind switch
        {
            System.Text.Json.JsonValueKind.Object => "{…}",
            System.Text.Json.JsonValueKind.Array => "[…]",
            _ => at.Text,
        };
        return text.Length > 60 ? text[..57] + "..." : text;
    }
}
