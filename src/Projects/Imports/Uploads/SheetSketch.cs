namespace Saima.Projects.Imports.Uploads;

/// <summary>What stands at the top of a source: its sheets, and the columns of the one that is read.</summary>
internal static class SheetSketch
{
    public static UploadReading Of(IEnumerable<SourceSheet> source, Mapping? mapping)
    {
        var names = new List<string>();
        (SourceSheet Sheet, List<SourceRow> Top, HeaderBlock Header)? found = null;
        (SourceSheet Sheet, List<SourceRow> Top)? first = null;
        foreach (var sheet in source)
        {
            if (sheet.Name is not null)
            {
                names.Add(sheet.Name);
            }

            if (found is not null || (mapping is not null && !ReadSpreadsheet.Selected(sheet, mapping.Sheets)))
            {
                continue;
            }

            var top = sheet.Rows.Take(HeaderBlock.SearchRows + 4).ToList();
            first ??= (sheet, top);
            if (mapping is not null && SheetLayout.Locate(top, mapping) is { } header)
            {
                found = (sheet, top, header);
            }
        }

        found ??= first is { } other && Guess(other.Top) is { } guessed ? (other.Sheet, other.Top, guessed) : null;
        return found is { } one ? Sketch(names, one.Sheet, one.Top, one.Header, mapping) : new() { Sheets = names };
    }

    private static UploadReading Sketch(List<string> names, SourceSheet sheet, List<SourceRow> top, HeaderBlock header, Mapping? mapping)
    {
        var keys = header.Headings.Select(HeaderText.Key).ToList();
        var columns = new Dictionary<int, FoundColumn>();
        for (var index = 0; index < keys.Count; index++)
        {
            if (keys[index].Length > 0)
            {
                var twins = keys.Count(key => key == keys[index]);
                var name = twins == 1 ? header.Headings[index] : FormattableString.Invariant($"{header.Headings[index]}@{keys.Take(index + 1).Count(key => key == keys[index])}");
                var example = top.Where(row => row.Number > header.LastRow).Select(row => row[index]).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
                columns[index] = new(header.Headings[index], name, example is { Length: > 30 } ? example[..29] + "…" : example);
            }
        }

        var match = ColumnMatch.Of(header, mapping?.Columns ?? new Dictionary<string, ColumnMapping>());
        return new()
        {
            Sheets = names,
            Sheet = sheet.Name,
            HeaderRow = header.FirstRow,
            HeaderRows = (int)(header.LastRow - header.FirstRow) + 1,
            Columns = [.. columns.OrderBy(pair => pair.Key).Select(pair => pair.Value)],
            Matched = match.Single.Where(pair => columns.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => columns[pair.Value].Name),
        };
    }

    /// <summary>Where no word is known, the first row that has several cells.</summary>
    private static HeaderBlock? Guess(List<SourceRow> top) =>
        top.Where(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) >= 2).Take(1).Select(row => HeaderBlock.From([row])).FirstOrDefault();
}
