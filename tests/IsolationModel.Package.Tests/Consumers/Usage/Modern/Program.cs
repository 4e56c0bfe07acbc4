using Contoso.Shop.Isolation;
using IsolationModel;
using static IsolationModel.Attributes;
// The attribute has the name of its scale; here the name means the scale.
using Boundary = IsolationModel.Boundary;

// 1  What should run this? A preset, a threat and limits, all checked when the program is compiled.
Need need = Need.For(Scenarios.Serverless)
    .Against(Threats.UntrustedCode)
    .Require(Startup <= 125.Milliseconds, MemoryOverhead <= 6.Megabytes);
Recommendation answer = need.Recommend();
Console.WriteLine($"use {answer.Best?.Technology.Name ?? "nothing"}; equally good: {string.Join(", ", answer.EquallyGood.Skip(1).Select(candidate => candidate.Technology.Id))}");

// 2  Every candidate with the reason why it is where it is. A suitability is one of three cases.
foreach (Candidate candidate in answer.Ranked)
{
    Console.WriteLine($"{candidate.Technology.Id}: short by {candidate.Shortfall}, surplus {candidate.Surplus}, " + candidate.Suitability switch
    {
        Suitability.Suitable => "suitable",
        Suitability.Unproven { Open: var open } => "not shown: " + open[0],
        Suitability.Unsuitable { Vetoes: var vetoes } => "vetoed: " + vetoes[0],
        _ => throw new InvalidOperationException(),
    });
}

// 3  "Why not Docker?" has an answer that can be checked with a pencil.
Candidate docker = answer.For(Technologies.Docker)!;
Console.WriteLine($"docker: {string.Join(" + ", docker.Arithmetic)} = {docker.Shortfall}");

// 4  What is left of the boundary under the settings that are really used?
EffectiveBoundary kata = Technologies.KataKubernetes.Under(new PodSettings { Privileged = true });
EffectiveBoundary plain = Technologies.Docker.Under(new PodSettings { Privileged = true, HostPaths = { "/var/run/docker.sock" } });
Console.WriteLine($"privileged in Kata: {kata.Boundary} ({kata.Why})");
Console.WriteLine($"privileged in Docker: {plain.Boundary}");

// 5  Facts of the nodes turn "may" into "is".
var node = new NodeFacts { PrivilegedWithoutHostDevices = true };
Console.WriteLine($"on known nodes: {Technologies.KataKubernetes.Under(new PodSettings { Privileged = true, Node = node }).Boundary}");

// 6  Names used in clusters lead to technologies; unknown names are null, never a guess.
Technology? named = Technologies.FromRuntimeClass("kata-qemu");
Console.WriteLine(named?.Boundary >= Boundary.HardwareVm ? "own kernel" : "shared kernel or unknown");
Console.WriteLine(Technologies.FromRuntimeClass("mine"u8) is null ? "nobody knows" : "a guess");

// 7  Relations are code.
Console.WriteLine($"Kata runs on {string.Join(", ", Technologies.Kata.Hypervisors.Select(hypervisor => hypervisor.Id))}");
Console.WriteLine($"runc is hardened by {string.Join(", ", Technologies.Runc.HardenedBy.OfType<Mechanism>().Select(mechanism => mechanism.Id))}");
foreach (Technology each in Technologies.All.Where(technology => technology.Boundary >= Boundary.HardwareVm && technology.Families.Contains(Families.Sandboxing)))
{
    Console.WriteLine($"sandboxed by hardware: {each.Id}");
}

// 8  The overlay of this project is code as well, and the same when it is read at run time.
Need quick = Need.Of(Threats.HostileTenants).Require(ContosoAttributes.PatchTime <= 24.Hours).In(ContosoModel.Instance);
Console.WriteLine($"{quick}: {quick.Recommend().Best}");
Console.WriteLine($"patched {ContosoTechnologies.ContosoVault.PatchTime}, watched by {string.Join(", ", ContosoTechnologies.Runc.ObservedBy.Select(control => control.Id))}");
Model parsed = Model.Parse(File.ReadAllText(args[0]));
Console.WriteLine($"same model: {parsed.ContentHash == ContosoModel.Instance.ContentHash && parsed.Entries.SequenceEqual(ContosoModel.Instance.Entries)}");

// 9  A workload in code is judged by the compiler, and in the same words by the program.
var payments = new WorkloadDescriptor("payments") { Technology = ContosoTechnologies.ContosoVault, Needs = Need.Of(Threats.UntrustedCode) };
Console.WriteLine(payments.Evaluate());
#pragma warning disable ISM1001 // The compiler says so, too.
var reviews = new WorkloadDescriptor("reviews") { Technology = Technologies.Runc, Needs = Need.Of(Threats.UntrustedCode), Settings = new PodSettings { Privileged = true } };
#pragma warning restore ISM1001
WorkloadVerdict verdict = reviews.Evaluate();
Console.WriteLine($"{verdict}, {verdict.Findings[0].Rule.Id}, left is {verdict.Boundary?.Boundary}, use {verdict.Alternatives[0].Technology.Id}");
