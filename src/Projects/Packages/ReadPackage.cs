using Saima.Kernel.Refusals;

namespace Saima.Projects.Packages;

/// <summary>What reading a package gave: the package where there is no error, and every problem either way.</summary>
public sealed record PackageReading(DataPackage? Package, IReadOnlyList<Problem> Problems)
{
    public IEnumerable<Problem> Errors => Problems.Where(problem => problem.Severity == Severity.Error);

    public IEnumerable<Problem> Warnings => Problems.Where(problem => problem.Severity == Severity.Warning);
}

/// <summary>Use case: reads and checks the tables of a package, wherever their bytes come from.</summary>
internal static class ReadPackage
{
    public static PackageReading Run(IReadOnlyList<TableFile> files, PackageFaults faults, Action<long> told, int threads, CancellationToken cancel)
    {
        foreach (var missing in PackageTable.All.Where(table => table.Required && files.All(file => file.Table != table)))
        {
            faults.Add(Severity.Error, "MISSING_TABLE", $"{missing.Name}.csv", null, null, null, default,
                new Phrase($"缺少必需的表 {missing.Name}（{missing.Zh}）。", $"The required table {missing.Name} is missing."),
                new Phrase("补上这张表。", "Add the table."));
        }

        var tables = new Dictionary<string, ReadRows>(StringComparer.Ordinal);
        ReadRows? Open(PackageTable table, KeyLookup? projects, KeyLookup? units) =>
            files.FirstOrDefault(file => file.Table == table) is { } file ? OpenTable.Run(file, projects, units, faults, told, threads, cancel) : Empty(table);

        var units = Sorted(Open(PackageTable.Units, null, null), threads, faults, out var unitOrder, "code");
        if (units is not null)
        {
            CheckRows.Texts(units, unitOrder, faults);
        }

        var unitLookup = units is null ? null : new KeyLookup(units.Pool("code"), units.Int("code"), units.Count);
        var projects = Sorted(Open(PackageTable.Projects, null, unitLookup ?? KeyLookup.Anything), threads, faults, out var projectOrder, "id");
        var projectLookup = projects is null ? null : new KeyLookup(projects.Pool("id"), projects.Int("id"), projects.Count);
        // A table is sorted and checked while the next one is read.
        var (behind, alongside) = (threads > 1 ? threads - 1 : 1, new List<Task>());
        Task Alongside(Action work) => threads > 1 ? Task.Factory.StartNew(work, cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default) : Done(work);
        if (projects is not null)
        {
            alongside.Add(Alongside(() =>
            {
                CheckRows.Projects(projects, projectOrder, faults);
                CheckRows.Codes(projects, projectOrder, faults);
                CheckRows.Texts(projects, projectOrder, faults);
            }));
        }

        try
        {
            foreach (var table in PackageTable.All.Where(table => table != PackageTable.Units && table != PackageTable.Projects))
            {
                cancel.ThrowIfCancellationRequested();
                if (Open(table, projectLookup ?? KeyLookup.Anything, null) is { } read)
                {
                    alongside.Add(Alongside(() =>
                    {
                        var rows = Sorted(read, behind, faults, out var order, [.. table.Key])!;
                        Check(table, rows, order, projects, faults);
                        CheckRows.Texts(rows, order, faults);
                        lock (tables)
                        {
                            tables[table.Name] = rows;
                        }
                    }));
                }
            }
        }
        finally
        {
            foreach (var check in alongside)
            {
                check.GetAwaiter().GetResult();
            }
        }

        if (faults.HasErrors || units is null || projects is null || tables.Count < PackageTable.All.Count - 2)
        {
            return new PackageReading(null, faults.Sorted());
        }

        (tables["units"], tables["projects"]) = (units, projects);
        return new PackageReading(AssemblePackage.Run(tables, threads), faults.Sorted());
    }

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static void Check(PackageTable table, ReadRows rows, int[]? order, ReadRows? projects, PackageFaults faults)
    {
        if (table == PackageTable.Issues)
        {
            CheckRows.Issues(rows, order, faults);
        }
        else if (table == PackageTable.Reports)
        {
            CheckRows.Reports(rows, order, faults);
        }
        else if (table == PackageTable.Plans && projects is not null)
        {
            CheckRows.Plans(rows, order, projects, faults);
        }
    }

    private static ReadRows? Sorted(ReadRows? rows, int threads, PackageFaults faults, out int[]? order, params ReadOnlySpan<string> keys)
    {
        order = rows is null ? null : SortRows.Run(rows, faults, keys);
        if (rows is null || order is null)
        {
            return rows;
        }

        return SortRows.Apply(rows, order, threads);
    }

    private static ReadRows Empty(PackageTable table) => new(
        new TableLayout(table, $"{table.Name}.csv", null, 0),
        0,
        [.. table.Columns.Select(_ => Array.Empty<int>())],
        [.. table.Columns.Select(_ => Array.Empty<long>())],
        [.. table.Columns.Select(column => column.Kind == CellKind.Text ? new TextPool() : null)],
        []);
}
