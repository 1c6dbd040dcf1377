using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Saima.Kernel.Refusals;
using Spectre.Console;

namespace Saima.Kernel.Modules;

/// <summary>What a command says: results to the output, refusals to the error stream; sentences for people or JSON for programs.</summary>
public sealed class CommandOutput(InvocationConfiguration to, bool json)
{
    private const int MostProblems = 1000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Chinese stays legible; the output is not put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public bool Json { get; } = json;

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>A result: as JSON for programs, as a sentence for people.</summary>
    public void Result<T>(T value, Phrase sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        to.Output.WriteLine(Json ? JsonSerializer.Serialize(value, Options) : sentence.In(Culture));
    }

    public void Line(Phrase sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        to.Output.WriteLine(sentence.In(Culture));
    }

    /// <summary>A line that is the same in every language.</summary>
    public void Verbatim(string text) => to.Output.WriteLine(text);

    /// <summary>What is going on while it goes on; not part of the result.</summary>
    public void Progress(Phrase sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        to.Error.WriteLine(sentence.In(Culture));
    }

    /// <summary>The sentence in the language of this run.</summary>
    public static string In(Phrase sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return sentence.In(Culture);
    }

    /// <summary>A table for people; in colour and boxes only on a terminal that wants them.</summary>
    public void Table(IReadOnlyList<Phrase> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        var table = new Table().Border(TableBorder.Minimal);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(Markup.Escape(heading.In(Culture))).NoWrap());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        Console().Write(table);
    }

    /// <summary>Says no, and what would mend it.</summary>
    /// <returns>The exit status.</returns>
    public int Refuse(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        if (Json)
        {
            to.Error.WriteLine(JsonSerializer.Serialize(
                new
                {
                    refused = refusal.Code,
                    message = refusal.Message.In(Culture),
                    remedy = refusal.Remedy.In(Culture),
                    problems = refusal.Problems.Select(one => new
                    {
                        severity = one.Severity == Severity.Error ? "error" : "warning",
                        one.Code,
                        one.File,
                        one.Sheet,
                        one.Row,
                        one.Column,
                        one.Value,
                        message = one.Message.In(Culture),
                        remedy = one.Remedy.In(Culture),
                    }),
                },
                Options));
            return ExitStatus.Refused;
        }

        foreach (var problem in refusal.Problems.Take(MostProblems))
        {
            to.Error.WriteLine(Sentence(problem));
        }

        if (refusal.Problems.Count > MostProblems)
        {
            to.Error.WriteLine(new Phrase($"……还有 {refusal.Problems.Count - MostProblems} 处。", $"… and {refusal.Problems.Count - MostProblems} more.").In(Culture));
        }

        to.Error.WriteLine($"{refusal.Message.In(Culture)} {refusal.Remedy.In(Culture)}".TrimEnd());
        return ExitStatus.Refused;
    }

    private static string Sentence(Problem problem)
    {
        var where = string.Join(" ", new[] { problem.File, problem.Sheet, problem.Row?.ToString(CultureInfo.InvariantCulture), problem.Column }
            .Where(part => !string.IsNullOrEmpty(part)));
        var value = string.IsNullOrEmpty(problem.Value) ? "" : $" [{problem.Value}]";
        return $"{where}{value}: {problem.Message.In(Culture)} {problem.Remedy.In(Culture)}".TrimEnd();
    }

    private IAnsiConsole Console()
    {
        var plain = System.Console.IsOutputRedirected || !ReferenceEquals(to.Output, System.Console.Out) || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(to.Output),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (plain)
        {
            // A file has no width to wrap at.
            console.Profile.Width = 500;
        }

        return console;
    }
}
