using Saima.Bench;

return args switch
{
    ["measure", var name, .. var rest] => Measurement.Print(name, rest),
    _ => BenchRun.All(args),
};
