using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Modules;
using Saima.Modules.Races.Publications;
using Saima.Modules.Races.Rounds;

namespace Saima.Modules.Races;

public sealed class RacesModule : SaimaModule
{
    public override string Name => "races";

    public override void MapTables(ModelBuilder model) => RacesData.Map(model);

    public override IEnumerable<Command> Commands(CommandHost host) => [RaceCommand.Create(host), .. RoundsCommand.Create(host)];
}
