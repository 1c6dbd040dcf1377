using Microsoft.AspNetCore.Components;
using Saima.Kernel.Identity;
using Saima.Ui;

namespace Saima.Projects.Editing;

/// <summary>Adds or corrects a unit: the same form as a project's facts, but the project office's alone.</summary>
[Route("/units/{Season:int}/add")]
[Route("/units/{Season:int}/edit")]
[Desk(Role.ProjectOffice)]
[ChangedBy(Role.ProjectOffice)]
public sealed class UnitFactPage : FactPage;
