// Living robots on the large canvas: each with the way it has come in its present world.

stage.box = { left: -20, bottom: -20, right: content.mat.width + 20, top: content.mat.height + 20 };

function drawStage() {
  resizeStage();
  const { view } = stage;
  const px = () => 1 / view.scale;
  if (stage.follow) {
    const pose = poseNow(chosen.robot);
    view.x = pose.x;
    view.y = pose.y;
  }
  drawLayers(
    (ctx) => paintMat(ctx, content.mat),
    (ctx, anew) => {
      for (const robot of robots) {
        const { index } = poseNow(robot);
        paintTrail(ctx, px(), robot.track, anew ? 0 : robot.drawnTo, index, view.box(40), { rim: true });
        Object.assign(robot, { drawnTo: index, redraw: false });
      }
    },
    robots.some((robot) => robot.redraw),
  );
  const ctx = showLayers();
  view.apply(ctx);
  const { places } = chosen.robot; // each board has a world of its own
  paintObjects(ctx, content.mat.objects, places);
  view.applyPx(ctx);
  paintNumbers(ctx, places);
  for (const robot of robots) {
    const pose = poseNow(robot);
    const look = { index: pose.index, ledOn: shines(robot), tint: tintOf(robot.number, 0.6) };
    paintRobotAt(ctx, pose, robot.shape, robot.track, look);
    if (robots.length > 1) paintNumber(ctx, pose, robot.number + 1);
  }
  view.applyPx(ctx);
  paintPointed(ctx, places);
  showScaleBar();
}
