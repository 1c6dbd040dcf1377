using Saima.Engines.Scoring;
using Saima.Kernel.Sheets;

namespace Saima.Projects.Packages;

/// <summary>Takes the cells of rows in column order.</summary>
internal abstract class RowCells
{
    public abstract void BeginRow();

    public abstract void Text(ReadOnlySpan<byte> utf8);

    public abstract void Money(long yuan);

    public abstract void Date(int dayNumber);

    public abstract void Month(int index);

    public abstract void YesNo(bool yes);

    public abstract void Word(PackageColumn column, int index);

    public abstract void EndRow();
}

internal sealed class CsvCells(ByteWriter writer) : RowCells
{
    private static readonly System.Buffers.SearchValues<byte> NeedQuotes = System.Buffers.SearchValues.Create(",\"\n\r"u8);
    private bool first = true;

    public override void BeginRow()
    {
    }

    public override void Text(ReadOnlySpan<byte> utf8)
    {
        Separate();
        if (utf8.IndexOfAny(NeedQuotes) < 0)
        {
            writer.Bytes(utf8);
            return;
        }

        writer.Byte((byte)'"');
        for (var quote = utf8.IndexOf((byte)'"'); quote >= 0; quote = utf8.IndexOf((byte)'"'))
        {
            writer.Bytes(utf8[..(quote + 1)]);
            writer.Byte((byte)'"');
            utf8 = utf8[(quote + 1)..];
        }

        writer.Bytes(utf8);
        writer.Byte((byte)'"');
    }

    public override void Money(long yuan)
    {
        Separate();
        writer.Money(yuan);
    }

    public override void Date(int dayNumber)
    {
        Separate();
        if (dayNumber != RoundFacts.NoDate)
        {
            writer.Date(dayNumber);
        }
    }

    public override void Month(int index)
    {
        Separate();
        writer.Digits(index / 12, 4);
        writer.Byte((byte)'-');
        writer.Digits((index % 12) + 1, 2);
    }

    public override void YesNo(bool yes)
    {
        Separate();
        writer.Bytes(yes ? "true"u8 : "false"u8);
    }

    public override void Word(PackageColumn column, int index)
    {
        Separate();
        writer.Text(column.Words![index].Code);
    }

    public override void EndRow()
    {
        writer.Byte((byte)'\n');
        first = true;
    }

    private void Separate()
    {
        if (!first)
        {
            writer.Byte((byte)',');
        }

        first = false;
    }
}

internal sealed class WorkbookCells(WorkbookWriter writer, bool chinese) : RowCells
{
    public override void BeginRow() => writer.BeginRow();

    public override void Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            writer.Blank();
        }
        else
        {
            writer.Text(utf8);
        }
    }

    public override void Money(long yuan)
    {
        // Sixteen digits are more than a spreadsheet's number holds; as text they stay exact.
        if (Math.Abs(yuan) >= 1_000_000_000_000_000)
        {
            writer.Text(System.FormattableString.Invariant($"{yuan / 10_000m:0.####}"));
        }
        else
        {
            writer.Money(yuan);
        }
    }

    public override void Date(int dayNumber)
    {
        if (dayNumber == RoundFacts.NoDate)
        {
            writer.Blank();
        }
        else
        {
            writer.Date(dayNumber);
        }
    }

    public override void Month(int index) => writer.Text(System.FormattableString.Invariant($"{index / 12:0000}-{(index % 12) + 1:00}"));

    public override void YesNo(bool yes) => writer.Text(chinese ? yes ? "是" : "否" : yes ? "true" : "false");

    public override void Word(PackageColumn column, int index) => writer.Text(chinese ? column.Words![index].Zh : column.Words![index].Code);

    public override void EndRow() => writer.EndRow();
}
