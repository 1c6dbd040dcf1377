using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Saima.Kernel.Modules;
using Saima.Kernel.Refusals;
using Spectre.Console;

namespace Saima.Modules.Races.Publications;

/// <summary>The options every command of the race has.</summary>
internal sealed record RaceOptions(CommandHost Host, Option<int> Threads)
{
    public int Run(ParseResult parse, Func<RaceConsole, CancellationToken, int> action, CancellationToken cancel) =>
        action(Console(parse), cancel);

    public RaceConsole Console(ParseResult parse) => new(parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error, Host.Output(parse));
}

/// <summary>Prints for people or for programs. Numbers are written one way, whatever the machine's language.</summary>
internal sealed class RaceConsole(TextWriter output, TextWriter error, CommandOutput host)
{
    private const int MostProblemsShown = 200;
    // A file has no width to wrap at.
    private const int Wide = 500;

    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly IAnsiConsole console = Open(output);
    private readonly CultureInfo language = CultureInfo.CurrentUICulture;

    public bool ForPrograms => host.Json;

    /// <summary>Steps of long work, on the other stream so that the result stays clean.</summary>
    public IProgress<BundleProgress> Progress { get; } = new StepLines(error, host.Json);

    public string In(Phrase phrase) => phrase.In(language);

    public string In(string zh, string en) => In(new Phrase(zh, en));

    public string In(IReadOnlyDictionary<string, string> title) =>
        title.TryGetValue(language.TwoLetterISOLanguageName == "en" ? "en" : "zh-Hans", out var text) ? text : title.Values.FirstOrDefault() ?? "";

    public void Write(object value) => output.WriteLine(JsonSerializer.Serialize(value, Layout));

    public void Line(string text) => output.WriteLine(text);

    /// <summary>A table with a heading; columns whose name starts with <c>#</c> hold numbers.</summary>
    public void Table(string heading, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            var number = column.StartsWith('#');
            table.AddColumn(new TableColumn(Markup.Escape(number ? column[1..] : column)) { Alignment = number ? Justify.Right : Justify.Left });
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => Markup.Escape(cell))]);
        }

        output.WriteLine();
        output.WriteLine(heading);
        console.Write(table);
    }

    public void Problems(IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems.Take(MostProblemsShown))
        {
            var place = string.Join(' ', new[]
            {
                problem.File, problem.Sheet, problem.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"{In("行", "row")} {row}") : null,
                problem.Column, problem.Value is { Length: > 0 } value ? $"“{value}”" : null,
            }.Where(part => !string.IsNullOrEmpty(part)));
            error.WriteLine($"{(problem.Severity == Severity.Error ? In("错误", "error") : In("提醒", "warning"))} {place}: {In(problem.Message)} {In(problem.Remedy)}");
        }

        if (problems.Count > MostProblemsShown)
        {
            var rest = (problems.Count - MostProblemsShown).ToString(CultureInfo.InvariantCulture);
            error.WriteLine(In($"还有 {rest} 处，用 --json 查看全部", $"{rest} more; --json lists all"));
        }
    }

    public int Refuse(Refusal refusal) => host.Refuse(refusal);

    private static IAnsiConsole Open(TextWriter output)
    {
        var plain = Console.IsOutputRedirected || output != Console.Out || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (plain)
        {
            console.Profile.Width = Wide;
        }

        return console;
    }

    private sealed class StepLines(TextWriter error, bool silent) : IProgress<BundleProgress>
    {
        private readonly long started = TimeProvider.System.GetTimestamp();

        public void Report(BundleProgress value)
        {
            // Work that is done in the blink of an eye needs no progress.
            if (!silent && TimeProvider.System.GetElapsedTime(started) is { TotalSeconds: > 1 } elapsed)
            {
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {elapsed.TotalSeconds,6:F1} s  {value.Entry}"));
            }
        }
    }
}
