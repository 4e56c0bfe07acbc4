var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => IsolationModel.Technologies.GVisor.Name);
app.Run();
