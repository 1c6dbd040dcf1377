using Saima.Bench;

return args switch
{
    ["measure", var name, .. var rest] => Measurement.Print(name, rest),
    ["pages", .. var rest] => Saima.Bench.Pages.PagesRun.Run(rest),
    ["reports", .. var rest] => Saima.Bench.Reports.ReportsRun.Run(rest),
    ["bare", var file, var address] => Saima.Bench.Pages.BarePage.Run(file, address),
    _ => BenchRun.All(args),
};
