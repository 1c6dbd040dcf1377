namespace Saima.Ui.Charts;

/// <summary>What a chart shows, as <c>chart.js</c> reads it.</summary>
/// <param name="Kind"><c>scatter</c> or <c>bars</c>.</param>
/// <param name="X">What the horizontal axis counts.</param>
/// <param name="Y">What the vertical axis counts.</param>
public sealed record ChartFigures(string Kind, string X, string Y)
{
    public IReadOnlyList<ChartSeries> Series { get; init; } = [];

    /// <summary>Of a bar chart.</summary>
    public IReadOnlyList<ChartRow> Rows { get; init; } = [];

    /// <summary>A level that is marked.</summary>
    public decimal? Line { get; init; }
}

/// <summary>What has one colour and shape.</summary>
/// <param name="Mark">A flag's code, for its colour and shape; empty for neither.</param>
public sealed record ChartSeries(string Mark, string Title)
{
    /// <summary>One for each row of a bar chart.</summary>
    public IReadOnlyList<decimal> Values { get; init; } = [];

    public IReadOnlyList<ChartPoint> Points { get; init; } = [];
}

/// <summary>A point and where it leads.</summary>
public sealed record ChartPoint(decimal X, decimal Y, string Title, string Href);

/// <summary>A row of bars and where it leads.</summary>
public sealed record ChartRow(string Title, string Href);
