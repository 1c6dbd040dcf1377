using System.CommandLine;
using Saima.Composition;
using Saima.Kernel.Modules;

var host = new CommandHost(_ => throw new NotImplementedException());
var root = new RootCommand("Saima 赛马") { host.Db, host.Json };
foreach (var command in AllModules.List.SelectMany(module => module.Commands(host)))
{
    root.Add(command);
}

return await root.Parse(args).InvokeAsync();
