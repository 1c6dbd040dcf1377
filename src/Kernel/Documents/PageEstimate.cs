namespace Saima.Kernel.Documents;

/// <summary>
/// Counts lines by the grid of the page. The program that opens a file breaks the pages, so this only decides whether the last page is surely an even one
/// with room for the imprint at its foot; where that is not sure the imprint gets the next even page.
/// </summary>
internal static class PageEstimate
{
    private const int Pitch = PageGeometry.LinePitch;

    /// <summary>Lines by which the count may be wrong.</summary>
    private const int Doubt = 2;

    public static bool HasRoomFor(Imprint imprint, Paper paper)
    {
        var page = 1;
        var used = 0;
        foreach (var block in paper.Blocks)
        {
            if (block is NewPage or Passage { Role: PassageRole.AnnexMark } && used > 0)
            {
                (page, used) = (page + 1, 0);
            }

            foreach (var height in Heights(block))
            {
                if (used + height > PageGeometry.Lines * Pitch)
                {
                    (page, used) = (page + 1, 0);
                }

                used += height;
            }
        }

        return page % 2 == 0 && used >= Doubt * Pitch && used + WordImprint.Height(imprint) <= (PageGeometry.Lines - Doubt) * Pitch;
    }

    /// <summary>Twentieths of a point of each line or row.</summary>
    private static IEnumerable<int> Heights(PaperBlock block) => block switch
    {
        Passage { Role: PassageRole.Masthead } => [PageGeometry.Twips(PageGeometry.MastheadDrop) + 1200],
        Passage { Role: PassageRole.Number } => [Pitch * 3 + 300],
        Passage { Role: PassageRole.Title } title => Lines(title.Text, 20, 700).Append(Pitch * 3),
        Passage { Role: PassageRole.AnnexTitle } title => Lines(title.Text, 20, 700).Append(Pitch * 3 / 2),
        Passage { Role: PassageRole.AnnexMark } => [Pitch],
        Passage { Role: PassageRole.Signature } => [Pitch * 3],
        Passage { Role: PassageRole.AnnexNote } note => Lines("　　" + note.Text, PageGeometry.Characters, Pitch).Append(Pitch),
        Passage { Role: PassageRole.Note } note => Lines(note.Text, 36, 400),
        Passage passage => Lines("　　" + passage.Text, PageGeometry.Characters, Pitch),
        PaperTable table => table.Rows.Prepend([.. table.Columns.Select(column => column.Heading)]).Select(row => Row(table, row)),
        Picture picture => [PageGeometry.Twips(picture.Height) + 240],
        _ => [],
    };

    private static IEnumerable<int> Lines(string text, int characters, int pitch) =>
        text.Split('\n').SelectMany(line => Enumerable.Repeat(pitch, Math.Max(1, ((Half(line) + 1) / 2 + characters - 1) / characters)));

    private static int Row(PaperTable table, IReadOnlyList<string> row)
    {
        var total = table.Columns.Sum(column => column.Weight);
        return 60 + row.Select((text, at) =>
        {
            var characters = Math.Max(1, (PageGeometry.Twips(PageGeometry.TextWidth) * table.Columns[at].Weight / total - 140) / 240);
            return Lines(text, characters, 360).Sum();
        }).Max();
    }

    private static int Half(string text) => text.Sum(letter => letter < 0x2000 ? 1 : 2);
}
